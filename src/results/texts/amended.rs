//! Changes of a text that would turn its likeliest no, and whom they lose.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::put::{change, title};
use super::term::TermOfText;
use crate::analysis::amend::{self, Amendments, Target};
use crate::model::Scenario;
use crate::montecarlo::{Link, TextsPlayed};
use crate::results::{Difference, Estimate, Named};

/// What would turn the likeliest no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WouldTurn {
    /// Who says it.
    pub party: Named,
    /// When it is turned.
    pub turned_when: TurnedWhen,
    /// Whoever is likeliest to refuse after it, where the no is turned when it refuses no more than they do.
    pub next: Option<Named>,
    /// The changes found.
    pub changes: Vec<Amendment>,
}

/// When a no is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TurnedWhen {
    /// When the party says yes as often as no.
    Even,
    /// When it says yes as often as whoever is likeliest to refuse after it.
    AsTheNext,
}

/// A change of a text, with its odds beside those of the text as it is, on the same random numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Amendment {
    /// What it was looked for.
    pub kind: amend::Kind,
    /// What it moves.
    pub moves: Vec<TermMove>,
    /// How far, in shares of scales, added up; another option counts as half a scale.
    pub size: f64,
    /// Does it turn the no, in the histories in which it was looked for? Where none does, it comes nearest.
    pub turns: bool,
    /// Its odds by link of the chain.
    pub steps: Vec<AmendedStep>,
    /// The odds that a party does not stand in the way, party by party.
    pub parties: Vec<AmendedParty>,
    /// Whom it loses: whose odds fall by more than the error of the simulation.
    pub loses: Vec<Named>,
}

/// A term that is moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermMove {
    /// What the text says of it.
    pub from: TermOfText,
    /// What the change makes of that.
    pub to: TermOfText,
}

/// The odds of a link with a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AmendedStep {
    /// Which link.
    pub id: Link,
    /// What readers call it.
    pub title: String,
    /// Odds with the change.
    pub with: Estimate,
    /// What they are above those of the text as it is.
    pub difference: Difference,
}

/// The odds of a party with a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AmendedParty {
    /// Who.
    pub party: Named,
    /// Odds with the change that it stands in the way; null where its yes is then never needed.
    pub no: Option<Estimate>,
    /// What the odds that it does not stand in the way are above those of the text as it is.
    pub difference: Difference,
}

impl WouldTurn {
    pub(super) fn new(
        scenario: &Scenario,
        text: &[f64],
        (found, played): &(Amendments, TextsPlayed),
    ) -> Self {
        let (turned_when, next) = match found.target {
            Target::Even => (TurnedWhen::Even, None),
            Target::Next { party } => (TurnedWhen::AsTheNext, Some(Named::party(scenario, party))),
        };
        // The text as it is was played first.
        let changes = found.changes.iter().enumerate();
        let changes = changes
            .filter_map(|(index, one)| Amendment::new(scenario, text, one, (played, index + 1)));
        Self {
            party: Named::party(scenario, found.party),
            turned_when,
            next,
            changes: changes.collect(),
        }
    }
}

impl Amendment {
    fn new(
        scenario: &Scenario,
        text: &[f64],
        found: &amend::Amendment,
        (played, index): (&TextsPlayed, usize),
    ) -> Option<Self> {
        let odds = played.texts.get(index)?;
        let change = change(played, index)?;
        let steps = odds.steps.iter().zip(&change.steps).map(|(step, (link, difference))| {
            debug_assert_eq!(step.link, *link);
            AmendedStep {
                id: step.link,
                title: title(scenario, step.link),
                with: step.estimate.into(),
                difference: (*difference).into(),
            }
        });
        let parties = change.parties.iter().map(|&(party, difference)| {
            let mut own = odds.signatories.iter().filter(|own| own.party == party);
            AmendedParty {
                party: Named::party(scenario, party),
                no: own.next().map(|own| own.no.into()),
                difference: difference.into(),
            }
        });
        let parties: Vec<AmendedParty> = parties.collect();
        let loses = parties.iter().filter(|own| own.difference.high < 0.0);
        let loses = loses.map(|own| own.party.clone()).collect();
        let moves = found.issues.iter();
        let moved = |&k: &usize| {
            let term = |x: f64| TermOfText::new(&scenario.issues[k], x);
            TermMove { from: term(text[k]), to: term(found.text[k]) }
        };
        Some(Self {
            kind: found.kind,
            moves: moves.map(moved).collect(),
            size: found.size,
            turns: found.turns,
            steps: steps.collect(),
            parties,
            loses,
        })
    }
}
