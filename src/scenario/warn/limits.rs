//! Limits and alternatives that contradict each other, going by the most likely inputs.
//!
//! A party signs what is worth more to it than no deal. Its limits say where its concessions end; they
//! bear on what it signs only where no alternative is stated, or as far as stated limits are believed in a
//! war (ω). The values are those of the model: V = 1 − Σ w ℓ − (λ − 1) Σ w max(0, ℓ − ℓ°).

use super::Warn;
use crate::model::{InputId, Issue, Loss, Outside, Party, Role, Scenario};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;

/// How much less than no deal its limits may be worth to a party without a word: a tenth of all that is at
/// stake.
const FAR_BELOW: f64 = 0.1;
/// How much more. Stated limits tend to be inflated, so that signing somewhat beyond them is no surprise.
const FAR_ABOVE: f64 = 0.25;

/// What a party's limits are worth to it, and what no deal is.
pub(super) struct Worths {
    /// V(l).
    pub(super) limits: f64,
    /// V(x^war) − κ, or the reservation value.
    pub(super) outside: f64,
    /// Of a war: V(x^war) and κ.
    war: Option<(f64, f64)>,
    /// Where the alternative stands: the reservation, or the cost.
    stated: InputId,
    /// The part of the alternative that does not hang on the limits, 1 − ω, at its most.
    counts: f64,
}

impl Warn<'_> {
    pub(super) fn limits_and_alternatives(&mut self) {
        let scenario = self.scenario;
        if scenario.offers().is_some() {
            return;
        }
        for party in scenario.parties.iter().filter(|party| party.role == Role::Principal) {
            let Some(worths) = worths(scenario, party) else { continue };
            let apart = (worths.limits - worths.outside) * worths.counts;
            if apart >= FAR_ABOVE - 1e-9 || apart <= 1e-9 - FAR_BELOW {
                self.contradiction(party, &worths);
            }
        }
    }

    fn contradiction(&mut self, party: &Party, worths: &Worths) {
        let beyond = worths.limits > worths.outside;
        let (code, verb, help) = if beyond {
            (
                codes::SIGNS_BEYOND_LIMITS,
                "sign far beyond its limits",
                "what a party signs hangs on what no deal is worth to it; limits only say where its \
                 concessions end. Is the alternative too bad, or are the limits openings?",
            )
        } else {
            (
                codes::REFUSES_LIMITS,
                "refuse its own limits",
                "it will press for terms that it then does not sign. Are its limits too soft, or is \
                 its alternative too good?",
            )
        };
        let alternative = match worths.war {
            None => format!("no deal is worth {:.2}", worths.outside),
            Some((terms, cost)) => format!(
                "no deal is worth {:.2}: its war terms {terms:.2}, less a cost of {cost:.2}",
                worths.outside
            ),
        };
        let positions = self.key(&["parties", &party.id, "positions"]);
        self.push(
            Diagnostic::new(code, positions, format!("`{}` would {verb}", party.id))
                .label(format!("all its limits together are worth {:.2} to it", worths.limits))
                .also(self.span(worths.stated), alternative)
                .help(crate::scenario::suggest::wrapped(help))
                .path(format!("parties.{}.positions", party.id)),
        );
    }
}

/// Limits and alternative of a party in value; `None` where it states no alternative.
pub(super) fn worths(scenario: &Scenario, party: &Party) -> Option<Worths> {
    let mode = |input: InputId| scenario.inputs[input.index()].prior.mode();
    let value = |lost: &dyn Fn(usize, &Issue) -> Option<f64>| {
        let total: f64 = party.saliences().map(mode).sum();
        let aversion = mode(party.loss_aversion) - 1.0;
        let mut value = 1.0;
        for (k, issue) in scenario.issues.iter().enumerate() {
            let (Some(salience), Some(loss)) = (party.salience_on(k), lost(k, issue)) else {
                continue;
            };
            let status_quo = issue.status_quo.and_then(|at| loss_at(scenario, party, k, mode(at)));
            let against = status_quo.map_or(0.0, |before| (loss - before).max(0.0));
            value -= mode(salience) / total * (loss + aversion * against);
        }
        value
    };
    let limits = value(&|k, issue| match (&party.positions[k], &party.preferences[k]) {
        (Some(position), _) => loss_at(scenario, party, k, mode(position.limit)),
        (None, Some(preference)) if issue.has_options() => {
            Some(1.0 - mode(preference.limit) / 100.0)
        }
        _ => None,
    });
    match &party.outside {
        Outside::Unstated => None,
        Outside::Reservation(stated) => {
            Some(Worths { limits, outside: mode(*stated), war: None, stated: *stated, counts: 1.0 })
        }
        Outside::War { terms, cost } => {
            let war = value(&|k, _| loss_at(scenario, party, k, mode(*terms.get(k)?)));
            let believed = &scenario.inputs[scenario.constants.stated_limits_weight.index()].prior;
            Some(Worths {
                limits,
                outside: war - mode(*cost),
                war: Some((war, mode(*cost))),
                stated: *cost,
                counts: 1.0 - believed.support().0,
            })
        }
    }
}

/// ℓ: what is lost to a party at a place on the scale of an issue, or with an option of it.
fn loss_at(scenario: &Scenario, party: &Party, k: usize, place: f64) -> Option<f64> {
    let mode = |input: InputId| scenario.inputs[input.index()].prior.mode();
    let issue = &scenario.issues[k];
    if let Some(preference) = &party.preferences[k] {
        let option = issue.option_at(issue.scale.to_unit(place));
        return Some(1.0 - mode(*preference.scores.get(option)?) / 100.0);
    }
    let ideal = mode(party.positions[k].as_ref()?.ideal);
    let distance = (issue.scale.to_unit(place) - issue.scale.to_unit(ideal)).abs();
    Some(match scenario.likely_loss() {
        Loss::Linear => distance,
        Loss::Quadratic => distance * distance,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Seat, Table, Trial};
    use crate::scenario::{LoadOptions, load};
    use crate::stream::Seed;

    /// The values are those the engine would play with, where stated limits count for nothing.
    #[test]
    fn values_are_the_engines() {
        let texts = [
            include_str!("../templates/two-party.toml"),
            include_str!("../templates/mediated.toml"),
            include_str!("../templates/options.toml"),
            include_str!("../templates/peace-process.toml"),
        ];
        let mut compared = 0;
        for text in texts {
            let overrides = vec![
                ("model.stated_limits_weight".to_owned(), "0".to_owned()),
                ("coalition.fatigue".to_owned(), "0".to_owned()),
            ];
            let options = LoadOptions { overrides, ..LoadOptions::default() };
            let scenario = load("t.toml", text, &options).unwrap().scenario;
            let table = Table::new(&scenario, Seed(1));
            let mut seat = Seat::new(&table);
            let draws: Vec<f64> = scenario.inputs.iter().map(|input| input.prior.mode()).collect();
            seat.enter(&draws, Trial::default());
            let probe = seat.at_start();
            for (i, party) in scenario.parties.iter().enumerate() {
                let Some(worths) = worths(&scenario, party) else { continue };
                // The drift of the front is foreseen by the engine, not by a coder.
                let drift = scenario.front.is_some();
                let tolerance = if drift { 0.05 } else { 1e-12 };
                assert!((worths.limits - probe.limits_value(i)).abs() < 1e-12, "{}", party.id);
                let outside = probe.outside_value(i);
                assert!((worths.outside - outside).abs() < tolerance, "{} {outside}", party.id);
                compared += 1;
            }
        }
        assert!(compared >= 8, "{compared}");
    }
}
