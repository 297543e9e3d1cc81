//! A text and its odds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::amended::WouldTurn;
use super::asked::{Asked, AskedText};
use super::refusal::SignatoryOdds;
use super::term::TermOfText;
use crate::model::Scenario;
use crate::montecarlo::{Link, TextChange, TextStep, TextsPlayed};
use crate::results::{Difference, Estimate, Named, link_title};

/// A text that is put on the table, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PutText {
    /// What the user calls it.
    pub label: String,
    /// Where it settles each issue.
    pub terms: Vec<TermOfText>,
    /// From the signatures to a deal that holds a year: each contains the next. Empty where the talks never reach
    /// the day.
    pub steps: Vec<StepOdds>,
    /// Everybody whose yes is needed in some history: the principals, then guarantors.
    pub signatories: Vec<SignatoryOdds>,
    /// The home fronts of principals.
    pub fronts: Vec<FrontOdds>,
    /// Mediators that would not table it, where any.
    pub withheld_by: Vec<WithheldBy>,
    /// Whoever is likeliest to say no; null where nobody ever does.
    pub likeliest_no: Option<Named>,
    /// What would turn that; null where nobody looked, and where there is no one who refuses more than others do.
    pub would_turn: Option<WouldTurn>,
    /// Its odds less those of the first text, on the same random numbers; null for the first.
    pub against_first: Option<AgainstFirst>,
}

/// The odds that a text gets so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepOdds {
    /// Which link of the chain.
    pub id: Link,
    /// What readers call it.
    pub title: String,
    /// Odds of getting so far.
    pub odds: Estimate,
    /// … given the link before; null for the first, and where that never happened.
    pub given: Option<Estimate>,
}

/// A home front before a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrontOdds {
    /// Whose.
    pub party: Named,
    /// Odds that it passes the text, once all have signed; null where they never do.
    pub passes: Option<Estimate>,
}

/// A mediator that would not table a text, because it would not sign it itself or its red line is crossed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WithheldBy {
    /// Who.
    pub party: Named,
    /// How often.
    pub odds: Estimate,
}

/// A text's odds less those of the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgainstFirst {
    /// By link of the chain.
    pub steps: Vec<StepChange>,
    /// By party, of the odds that it does not stand in the way.
    pub parties: Vec<PartyChange>,
}

/// A difference of the odds of a link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepChange {
    /// Which link.
    pub id: Link,
    /// What readers call it.
    pub title: String,
    /// The difference, 0.01 being a point.
    pub difference: Difference,
}

/// A difference of the odds that a party does not stand in the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartyChange {
    /// The party.
    pub party: Named,
    /// The difference, 0.01 being a point.
    pub difference: Difference,
}

impl PutText {
    pub(super) fn new(asked: Asked<'_>, (index, text): (usize, &AskedText)) -> Self {
        let Asked { scenario, played, .. } = asked;
        let odds = &played.texts[index];
        let signatories = odds.signatories.iter();
        let fronts = odds.fronts.iter();
        let withheld = odds.withheld.iter();
        let likeliest = odds.likeliest_no();
        let amended = text.amended.as_ref();
        Self {
            label: text.label.clone(),
            terms: terms(scenario, &text.text),
            steps: odds.steps.iter().map(|step| StepOdds::new(scenario, step)).collect(),
            signatories: signatories.map(|one| SignatoryOdds::new(scenario, one)).collect(),
            fronts: fronts
                .map(|front| FrontOdds {
                    party: Named::party(scenario, front.party),
                    passes: front.passes.map(Into::into),
                })
                .collect(),
            withheld_by: withheld
                .map(|by| WithheldBy {
                    party: Named::party(scenario, by.party),
                    odds: by.estimate.into(),
                })
                .collect(),
            likeliest_no: likeliest.map(|one| Named::party(scenario, one.party)),
            would_turn: amended.map(|amended| WouldTurn::new(scenario, &text.text, amended)),
            against_first: change(played, index).map(|change| AgainstFirst::new(scenario, change)),
        }
    }
}

/// A text against the first of those that were played.
pub(super) fn change(played: &TextsPlayed, index: usize) -> Option<&TextChange> {
    played.changes.iter().find(|change| change.text == index)
}

/// Where a text settles each issue.
fn terms(scenario: &Scenario, text: &[f64]) -> Vec<TermOfText> {
    let issues = scenario.issues.iter().zip(text);
    issues.map(|(issue, &x)| TermOfText::new(issue, x)).collect()
}

/// What a link is called of a text.
pub(super) fn title(scenario: &Scenario, link: Link) -> String {
    let title = link_title(scenario, link).unwrap_or_else(|| link.word());
    if link == Link::Signed { "all sign".to_owned() } else { title.to_owned() }
}

impl StepOdds {
    fn new(scenario: &Scenario, step: &TextStep) -> Self {
        Self {
            id: step.link,
            title: title(scenario, step.link),
            odds: step.estimate.into(),
            given: step.given.map(Into::into),
        }
    }
}

impl AgainstFirst {
    fn new(scenario: &Scenario, change: &TextChange) -> Self {
        let steps = change.steps.iter();
        let parties = change.parties.iter();
        Self {
            steps: steps
                .map(|&(link, difference)| StepChange {
                    id: link,
                    title: title(scenario, link),
                    difference: difference.into(),
                })
                .collect(),
            parties: parties
                .map(|&(party, difference)| PartyChange {
                    party: Named::party(scenario, party),
                    difference: difference.into(),
                })
                .collect(),
        }
    }
}
