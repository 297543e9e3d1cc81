//! Which inputs are studied, and over what range: `--input`, `--range`, `--breakeven`.

use super::DriversArgs;
use crate::analysis::drivers::{Factor, Spread};
use crate::cli::exit::Failure;
use crate::cli::idle::refuse;
use crate::model::{InputId, Scenario, path};
use crate::scenario::suggestion;

/// The share of an author's distribution that is left out at each end where it has no end.
const TAIL: f64 = 0.001;

/// Why a `--range` moves nothing.
const RANGE_IDLE: &str = "here: it moves numbers the file is sure of, and what is named has a range of its \
    own, in the file or behind “=”; leave it out, or write PATH=LOW..HIGH";

/// The input of a break-even and where it is looked for.
pub(super) struct Sought {
    pub(super) input: InputId,
    pub(super) range: (f64, f64),
}

/// The inputs of `--input`, or all uncertain ones.
pub(super) fn factors(args: &DriversArgs, scenario: &Scenario) -> Result<Vec<Factor>, Failure> {
    if args.inputs.is_empty() {
        let why = "without --input: it says how far to move numbers the file is sure of, and only --input \
                   names those; write --input PATH --range 0.2, or leave it out";
        refuse(&[("--range", args.range.is_some())], why)?;
        let own = |input| Factor { input, spread: Spread::Own };
        let all: Vec<Factor> = scenario.uncertain_inputs().map(own).collect();
        if all.is_empty() {
            return Err(Failure::usage(
                "nothing in this scenario is uncertain; name what to move with --input \
                 PATH=LOW..HIGH, or with --input PATH --range 0.2",
            ));
        }
        return Ok(all);
    }
    let mut factors: Vec<Factor> = Vec::with_capacity(args.inputs.len());
    for text in &args.inputs {
        let (input, range) = named(scenario, "--input", text)?;
        if factors.iter().any(|factor| factor.input == input) {
            return Err(Failure::usage(format!("--input {text}: this input is named twice")));
        }
        let prior = &scenario.inputs[input.index()].prior;
        let range = match range {
            None if !prior.is_uncertain() => Some(around(args, scenario, "--input", input)?),
            range => range,
        };
        if let Some(range) = range {
            allowed(args, scenario, input, range)?;
        }
        let spread = range.map_or(Spread::Own, |(low, high)| Spread::Between(low, high));
        factors.push(Factor { input, spread });
    }
    let has_range = |text: &String| text.contains('=');
    let sure = |factor: &Factor| !scenario.inputs[factor.input.index()].prior.is_uncertain();
    let moved =
        factors.iter().zip(&args.inputs).any(|(factor, text)| sure(factor) && !has_range(text));
    refuse(&[("--range", args.range.is_some() && !moved)], RANGE_IDLE)?;
    Ok(factors)
}

/// The input of `--breakeven` and its range: as given, or all the author thinks possible.
pub(super) fn sought(
    args: &DriversArgs,
    scenario: &Scenario,
    text: &str,
) -> Result<Sought, Failure> {
    let target = args.target.unwrap_or(f64::NAN);
    if !(0.0..=1.0).contains(&target) {
        return Err(Failure::usage(format!(
            "--target {target}: odds lie between 0 and 1, and {target} does not; write 0.25 for 25%"
        )));
    }
    refuse(
        &[("--input", !args.inputs.is_empty())],
        "with --breakeven, which looks at one input; write its range as --breakeven PATH=LOW..HIGH",
    )?;
    let (input, range) = named(scenario, "--breakeven", text)?;
    let prior = &scenario.inputs[input.index()].prior;
    let moved = range.is_none() && !prior.is_uncertain();
    refuse(&[("--range", args.range.is_some() && !moved)], RANGE_IDLE)?;
    let range = match range {
        Some(range) => range,
        None if prior.is_uncertain() => {
            let (low, high) = prior.support();
            return Ok(Sought {
                input,
                range: (
                    if low.is_finite() { low } else { prior.quantile(TAIL) },
                    if high.is_finite() { high } else { prior.quantile(1.0 - TAIL) },
                ),
            });
        }
        None => around(args, scenario, "--breakeven", input)?,
    };
    allowed(args, scenario, input, range)?;
    Ok(Sought { input, range })
}

/// An input and its range, `PATH` or `PATH=LOW..HIGH`.
type Named = (InputId, Option<(f64, f64)>);

fn named(scenario: &Scenario, flag: &str, text: &str) -> Result<Named, Failure> {
    let (path, range) = match path::cut_once(text, '=') {
        None => (text.trim(), None),
        Some((path, range)) => (path.trim(), Some(range.trim())),
    };
    let input = scenario.input_id(path).ok_or_else(|| {
        let paths: Vec<&str> = scenario.inputs.iter().map(|input| input.path.as_str()).collect();
        let help = suggestion(path, &paths, "inputs");
        Failure::usage(format!("{flag} {text}: there is no input `{path}`; {help}"))
    })?;
    let Some(range) = range else { return Ok((input, None)) };
    let ends = range.split_once("..").map(|(low, high)| (low.trim().parse(), high.trim().parse()));
    match ends {
        Some((Ok(low), Ok(high))) if low < high && f64::is_finite(high - low) => {
            Ok((input, Some((low, high))))
        }
        _ => Err(Failure::usage(format!(
            "{flag} {text}: “{range}” is not a range; write LOW..HIGH, the lower first, as in 0.2..0.6"
        ))),
    }
}

/// `--range` about a number the file is sure of.
fn around(
    args: &DriversArgs,
    scenario: &Scenario,
    flag: &str,
    id: InputId,
) -> Result<(f64, f64), Failure> {
    let input = &scenario.inputs[id.index()];
    let (path, value) = (&input.path, input.prior.mode());
    let Some(share) = args.range else {
        return Err(Failure::usage(format!(
            "{flag} {path}: the file is sure of this number ({value}); say how far to move it, \
             with {flag} {path}=LOW..HIGH or with --range 0.2 for ± 20%"
        )));
    };
    if !(share > 0.0 && share.is_finite()) {
        return Err(Failure::usage(format!("--range {share} is not above 0; 0.2 means ± 20%")));
    }
    let half = share * value.abs();
    if half > 0.0 {
        return Ok((value - half, value + half));
    }
    Err(Failure::usage(format!(
        "{flag} {path}: the number is 0, of which no share is a range; write {flag} {path}=LOW..HIGH"
    )))
}

/// Would the file take both ends? The loader knows, and says what is wrong.
fn allowed(
    args: &DriversArgs,
    scenario: &Scenario,
    id: InputId,
    (low, high): (f64, f64),
) -> Result<(), Failure> {
    let path = scenario.inputs[id.index()].path.clone();
    let spread = (path, format!("{{ uniform = [{low:?}, {high:?}] }}"));
    args.scenario.load_quietly(args.scenario.variant.as_deref(), &[spread]).map(|_| ())
}
