//! `zopa explain`: the story of one trial, or what an error code means.

use super::args::ExplainArgs;
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::input;
use super::output::results;
use crate::engine::{Seat, Table, Trial};
use crate::montecarlo::{Draws, Plan};
use crate::present::{Chronicle, thousands};
use crate::scenario::codes;
use crate::stream::{MAX_WORLDS, Seed};

pub(crate) fn explain(args: &ExplainArgs) -> Result<Exit, Failure> {
    if let Some(text) = codes::explain(&args.what) {
        let of_a_trial = [
            ("--trial", args.trial.is_some()),
            ("--variant", args.variant.is_some()),
            ("--set", !args.sets.is_empty()),
            ("--histories", args.histories != Plan::HISTORIES),
            ("--seed", args.seed != Plan::SEED.0),
        ];
        refuse(&of_a_trial, "on what an error code means; leave it out, or name a scenario file")?;
        return results(&text);
    }
    if looks_like_a_code(&args.what) {
        return Err(Failure::usage(format!(
            "there is no error code {}; codes look like Z0102 and stand in the error itself",
            args.what
        )));
    }
    let scenario = input::scenario(args.what.as_ref(), args.variant.as_deref(), &args.sets)?;
    let number = args.trial.unwrap_or_default();
    let trial = Trial::numbered(number, args.histories).ok_or_else(|| {
        let last = (MAX_WORLDS * args.histories).saturating_sub(1);
        Failure::usage(format!(
            "--trial {number}: there is no such trial; with {} histories in each world they are numbered \
             from 0 to {last}",
            args.histories
        ))
    })?;
    let seed = Seed(args.seed);
    let mut draws = Draws::new(&scenario, seed, &[]);
    draws.seek(trial.world);
    draws.draw();
    let table = Table::new(&scenario, seed);
    let mut seat = Seat::new(&table);
    seat.enter(draws.values(), trial);
    let mut chronicle = Chronicle::new(&scenario);
    let history = seat.negotiate(&mut chronicle);
    let mut head = format!(
        "trial {}: history {} of world {} · seed {}",
        thousands(number),
        trial.history,
        thousands(trial.world),
        args.seed
    );
    for (factor, level) in draws.factors() {
        head += &format!(" · {}: higher than in {:.0}% of worlds", factor.title, 100.0 * level);
    }
    results(&chronicle.tell(&head, &history))
}

fn looks_like_a_code(what: &str) -> bool {
    let digits = what.strip_prefix(['Z', 'z']);
    digits.is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}
