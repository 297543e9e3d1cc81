//! Which cases are of interest.

use super::super::claim::{Claim, claim};
use super::super::exit::Failure;
use super::DiscoverArgs;
use super::cases::Cases;
use crate::montecarlo::Comparison;
use crate::results::discover::Interest;

/// What the user asked for.
pub(super) struct Wanted {
    /// The outcome.
    pub(super) outcome: String,
    comparison: Comparison,
    threshold: Option<f64>,
}

/// Reads `--where`, `--below` and `--outcome`.
pub(super) fn wanted(args: &DiscoverArgs) -> Result<Wanted, Failure> {
    let Some(text) = &args.claim else {
        let comparison = if args.below { Comparison::AtMost } else { Comparison::AtLeast };
        let outcome = args.outcome.clone().unwrap_or_else(|| "signed".to_owned());
        return Ok(Wanted { outcome, comparison, threshold: None });
    };
    let Claim { name, comparison, bound } = claim("--where", text)?;
    if let Some(outcome) = &args.outcome
        && outcome != name
    {
        return Err(Failure::usage(format!(
            "--where is about `{name}` and --outcome is `{outcome}`; name one"
        )));
    }
    Ok(Wanted { outcome: name.to_owned(), comparison, threshold: Some(bound) })
}

/// Is a case with this outcome of interest?
pub(super) fn holds(interest: &Interest, outcome: f64) -> bool {
    match interest.comparison {
        Comparison::AtLeast => outcome >= interest.threshold,
        Comparison::AtMost => outcome <= interest.threshold,
    }
}

impl Wanted {
    /// The threshold asked for, or the one with about a quarter of the cases on its side.
    pub(super) fn settle(self, cases: &Cases, outcomes: &[f64]) -> Result<Interest, Failure> {
        let Self { outcome, comparison, threshold } = self;
        let quarter = || quarter(outcomes, comparison);
        let Some(settled) = threshold.or_else(quarter) else {
            let text =
                format!("`{outcome}` is {} in every case: there is nothing to find", outcomes[0]);
            return Err(cases.invalid(text));
        };
        let is_quarter = threshold.is_none();
        let share = 0.0;
        let mut interest = Interest { outcome, comparison, threshold: settled, is_quarter, share };
        let count = outcomes.iter().filter(|&&y| holds(&interest, y)).count();
        interest.share = count as f64 / outcomes.len() as f64;
        if count == 0 || count == outcomes.len() {
            let ends = outcomes
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &y| (l.min(y), h.max(y)));
            let which = if count == 0 { "no case is" } else { "every case is" };
            return Err(cases.invalid(format!(
                "{which} of interest: `{}` goes from {} to {}; choose another threshold with --where",
                interest.outcome, ends.0, ends.1
            )));
        }
        Ok(interest)
    }
}

/// The value of the data that parts off the share nearest to a quarter; ties stay together. None
/// where all are equal.
fn quarter(outcomes: &[f64], comparison: Comparison) -> Option<f64> {
    let mut sorted = outcomes.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    if comparison == Comparison::AtLeast {
        sorted.reverse();
    }
    // Cases up to the end of each run of equals; the last run would be all.
    let ends = (1..sorted.len()).filter(|&end| sorted[end - 1].total_cmp(&sorted[end]).is_ne());
    let wanted = sorted.len() / 4;
    let end = ends.min_by_key(|end| end.abs_diff(wanted))?;
    Some(sorted[end - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_keeps_ties_together() {
        let outcomes: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(quarter(&outcomes, Comparison::AtLeast), Some(75.0));
        assert_eq!(quarter(&outcomes, Comparison::AtMost), Some(24.0));
        let rare = [vec![0.0; 90], vec![1.0; 10]].concat();
        assert_eq!(quarter(&rare, Comparison::AtLeast), Some(1.0));
        assert_eq!(quarter(&rare, Comparison::AtMost), Some(0.0));
        assert_eq!(quarter(&[2.0; 9], Comparison::AtLeast), None);
    }
}
