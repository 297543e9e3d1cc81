//! How often a box comes back when its cases had been others.
//!
//! PRIM is greedy: a few cases more or less can turn it to other columns. Bryant & Lempert (2010)
//! therefore repeat the search on resamples. Here each is a bootstrap sample (Efron 1979) of the cases
//! that were left to the box. The cases that a sample leaves out, about 37%, have not helped to find
//! its box: their density in it is an honest one, which that of the box itself is not.

use super::choose::{Choice, Chosen};
use super::find::{Search, Settings};
use super::limits::{Limits, Restriction, Side};
use super::table::Table;
use crate::analysis::chance::resample;
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::montecarlo::in_parallel;
use crate::stream::StreamKey;

/// How a box fared in resamples.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Resamples with a case of interest.
    pub resamples: usize,
    /// How often each restriction of the box came back: the share of resamples whose box narrows the
    /// same column on the same side (of categories: the same column), in the box's order.
    pub returned: Vec<f64>,
    /// Every restriction that came up without being of the box, most frequent first.
    pub others: Vec<Returned>,
    /// Density of the boxes of resamples among the cases left out of them; none without such cases.
    pub density_outside: Option<f64>,
    /// Share of the left-out cases of interest that these boxes hold.
    pub coverage_outside: Option<f64>,
}

/// A side of a column, and how often it was narrowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Returned {
    /// The column.
    pub column: usize,
    /// Its lower end (−1), its upper end (1) or its categories (0).
    pub end: i8,
    /// Share of the resamples.
    pub share: f64,
}

/// The resamples in which a box is looked for again.
#[derive(Clone, Copy, Debug)]
pub struct Resampling {
    /// How many, at least 1.
    pub count: usize,
    /// Gives the samples.
    pub key: StreamKey,
    /// Threads, 0 for all; they decide nothing but speed.
    pub threads: usize,
}

/// What one resample gave.
struct Again {
    narrowed: Vec<(usize, i8)>,
    outside: [usize; 3],
}

/// Looks for a box again in bootstrap samples.
///
/// # Errors
/// Settings that [`chosen`](super::chosen) would refuse; no resample.
pub fn stability(
    table: &Table,
    settings: &Settings,
    choice: &Choice,
    told: &Chosen,
    resampling: &Resampling,
) -> Result<Stability, AnalysisError> {
    let Resampling { count, key, threads } = resampling;
    expect_at_least("resamples", 1, *count)?;
    Search::new(table, settings)?;
    // The least number of cases stays what it was for the box.
    let share = table.outcomes().len() as f64 / told.remaining.len() as f64;
    let settings =
        Settings { minimum_mass: (settings.minimum_mass * share).min(0.99), ..*settings };
    let again = |sample: u64| {
        let mut times = Vec::new();
        resample(key, sample as usize, told.remaining.len(), &mut times);
        search_again(table, &settings, choice, &told.remaining, &times)
    };
    let found: Vec<Again> =
        in_parallel(*count as u64, *threads, again).into_iter().flatten().collect();
    Ok(sum_up(&told.told.restrictions, &found))
}

fn search_again(
    table: &Table,
    settings: &Settings,
    choice: &Choice,
    remaining: &[usize],
    times: &[u32],
) -> Option<Again> {
    let drawn = remaining.iter().zip(times);
    let cases: Vec<usize> =
        drawn.flat_map(|(&case, &times)| std::iter::repeat_n(case, times as usize)).collect();
    let sample = table.with(&cases);
    let search = Search::new(&sample, settings).ok()?;
    let everything: Vec<usize> = (0..cases.len()).collect();
    let told = search.choose(choice, &everything).told;
    let ends = told.restrictions.iter().map(|restriction| (restriction.column, end(restriction)));
    let columns = sample.restricted(&told.limits);
    let mut outside = [0; 3];
    for (&case, _) in remaining.iter().zip(times).filter(|(_, times)| **times == 0) {
        let is_of_interest = table.outcomes()[case] >= settings.threshold;
        // A side that was not narrowed holds what lies beyond the sample's own range.
        let is_inside = columns.iter().all(|&column| {
            let widened = widened(&told.limits[column], &sample.all()[column]);
            widened.hold(table.columns()[column].number(case))
        });
        outside[0] += usize::from(is_of_interest);
        outside[1] += usize::from(is_inside);
        outside[2] += usize::from(is_inside && is_of_interest);
    }
    Some(Again { narrowed: ends.collect(), outside })
}

fn widened(limits: &Limits, all: &Limits) -> Limits {
    match (limits, all) {
        (&Limits::Interval { low, high }, &Limits::Interval { low: least, high: most }) => {
            Limits::Interval {
                low: if low > least { low } else { f64::NEG_INFINITY },
                high: if high < most { high } else { f64::INFINITY },
            }
        }
        _ => limits.clone(),
    }
}

fn end(restriction: &Restriction) -> i8 {
    match restriction.side {
        Side::AtLeast(_) => -1,
        Side::AtMost(_) => 1,
        Side::OneOf(_) => 0,
    }
}

fn sum_up(restrictions: &[Restriction], found: &[Again]) -> Stability {
    let count = found.len().max(1) as f64;
    let share = |wanted: (usize, i8)| {
        found.iter().filter(|again| again.narrowed.contains(&wanted)).count() as f64 / count
    };
    let own: Vec<(usize, i8)> = restrictions.iter().map(|r| (r.column, end(r))).collect();
    let mut others: Vec<(usize, i8)> =
        found.iter().flat_map(|again| again.narrowed.iter().copied()).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|other| !own.contains(other));
    let mut others: Vec<Returned> = others
        .into_iter()
        .map(|(column, end)| Returned { column, end, share: share((column, end)) })
        .collect();
    others.sort_by(|a, b| b.share.total_cmp(&a.share));
    let total = |what: usize| found.iter().map(|again| again.outside[what]).sum::<usize>();
    let ratio = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
    Stability {
        resamples: found.len(),
        returned: own.into_iter().map(share).collect(),
        others,
        density_outside: ratio(total(2), total(1)),
        coverage_outside: ratio(total(2), total(0)),
    }
}
