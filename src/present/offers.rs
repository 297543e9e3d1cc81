//! Words and figures of alternating offers: rounds instead of dates, and how good the deals are.

use std::fmt::Write as _;

use super::explain::{Chronicle, Happening};
use super::wrap::hang;
use crate::engine::{Cause, Ending, History};
use crate::model::Scenario;
use crate::montecarlo::{DealFigure, DealMean, Link, Summary};

/// How to read a story of offers.
pub(super) const LEGEND: &str = "How to read it: in each round every party acts once, in the order of \
    the file. Values run from 0 to 1 and are the party’s own. An offer that repeats the party’s last \
    one is not told again.";

impl Chronicle<'_> {
    /// A party offers something, in round `t`.
    pub(super) fn offered(
        &mut self,
        t: f64,
        party: usize,
        text: &[f64],
        (value, refused): (f64, Option<f64>),
    ) {
        let terms = self.terms(text);
        let known = self.offers.iter().position(|(other, _)| *other == party);
        if let Some(known) = known {
            if self.offers[known].1 == terms {
                return;
            }
            self.offers[known].1.clone_from(&terms);
        } else {
            self.offers.push((party, terms.clone()));
        }
        let who = self.party(party);
        let instead = refused.map_or(String::new(), |refused| format!(", instead of {refused:.3}"));
        let text = format!("{who} offers {terms}: worth {value:.3} to it{instead}.");
        self.line(t, Happening::Offer, text);
    }

    /// A party says yes.
    pub(super) fn accepted(&mut self, t: f64, party: usize, value: f64) {
        let who = self.party(party);
        self.line(t, Happening::Turn, format!("{who} says yes: worth {value:.3} to it."));
    }
}

/// The end of a story of offers.
pub(super) fn ending(scenario: &Scenario, history: &History<'_>) -> String {
    let parties: Vec<String> = scenario
        .parties
        .iter()
        .zip(&history.record.values)
        .map(|(party, value)| format!("{} {value:.3}", party.title))
        .collect();
    let worth = parties.join(", ");
    let title = |party: usize| &scenario.parties[party].title;
    let issue = |issue: usize| &scenario.issues[issue].id;
    let why = match history.ending {
        Ending::Agreement { in_force_at, .. } => {
            return format!("The end: a deal in round {in_force_at}. It is worth: {worth}.");
        }
        Ending::NoDeal(cause) => match cause {
            Cause::VoteLost { party } => format!("{}’s home front voted it down", title(party)),
            Cause::NoCommonGround { party, issue: k } => format!(
                "no outcome is worth as much as no deal to everybody; {} was farthest, over {}",
                title(party),
                issue(k)
            ),
            Cause::RedLine { party, issue: k } => format!(
                "everybody would sign but for what {} refuses on {}",
                title(party),
                issue(k)
            ),
            Cause::Short { party, issue: k } => format!(
                "there was common ground, but the rounds ran out while {} asked for more, over {}",
                title(party),
                issue(k)
            ),
            Cause::Collapsed
            | Cause::DeadLetter { .. }
            | Cause::VoteFeared { .. }
            | Cause::RedLinesCross { .. }
            | Cause::NeverTabled
            | Cause::TimeRanOut => "the rounds ran out".to_owned(),
        },
    };
    format!("The end: no deal, because {why}. Each has: {worth}.")
}

/// The links of the chain that mean something, and what they are called: home fronts may have no say,
/// and nobody breaks a deal.
pub(crate) fn link_name(scenario: &Scenario, link: Link) -> Option<&'static str> {
    let home = scenario.parties.iter().any(|party| party.ratification.is_some());
    match link {
        Link::Talks => Some("an offer is made"),
        Link::Ground => Some("common ground"),
        Link::Signed => Some("agreed"),
        Link::Ratified => home.then_some("ratified"),
        Link::Carried | Link::Holds => None,
    }
}

/// What a deal figure is called.
pub(super) fn words(figure: DealFigure) -> &'static str {
    match figure {
        DealFigure::Rounds => "rounds to the deal",
        DealFigure::Efficient => "share on the Pareto frontier",
        DealFigure::Frontier => "distance from the frontier",
        DealFigure::Nash => "distance from the Nash solution",
        DealFigure::KalaiSmorodinsky => "distance from Kalai–Smorodinsky",
        DealFigure::Left => "value left on the table, all together",
    }
}

/// How good the deals are, for a terminal.
pub(super) fn deals(out: &mut String, summary: &Summary) {
    if summary.deals.is_empty() {
        return;
    }
    out.push_str("\nHow good the deals are (mean over deals, and its 95% interval)\n");
    for DealMean { figure, mean } in &summary.deals {
        let (mut scale, mut digits, mut unit) = (1.0, 3, "");
        match figure {
            DealFigure::Rounds => digits = 1,
            DealFigure::Efficient => (scale, digits, unit) = (100.0, 1, "%"),
            _ => {}
        }
        let shown = |value: f64| format!("{:.digits$}", value * scale);
        let _ = writeln!(
            out,
            "  {:<40} {:>7}{unit:<1}  ({}–{}{unit})",
            words(*figure),
            shown(mean.value),
            shown(mean.low),
            shown(mean.high),
        );
    }
    hang(
        out,
        "",
        2,
        "Distances are between the parties’ values, each from 0 to 1. Left on the table: the most by \
         which the sum of all values could rise with nobody worse off.",
    );
}
