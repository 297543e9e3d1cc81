//! What results are called under each protocol: the one place that knows words for a deal, its terms and its
//! time by the scenario's process. A protocol has its [`Words`] in a file of its own.

mod offers;
mod peace;

use crate::model::{Process, Scenario};
pub(crate) use crate::results::link_title as link_name;

/// The words of a protocol, and what its results have to tell.
#[derive(Debug)]
pub(crate) struct Words {
    /// The way from the first text to the last link, as a title.
    pub(crate) course: &'static str,
    /// “If …, on what terms”, in small letters and at the beginning of a sentence.
    pub(crate) agreed: &'static str,
    pub(crate) headed_agreed: &'static str,
    /// What the odds of a signature are of, one and many.
    pub(crate) deal: &'static str,
    pub(crate) deals: &'static str,
    /// “They agree”, in a sentence.
    pub(crate) they_agree: &'static str,
    /// What the first link is a link to.
    pub(crate) first_text: &'static str,
    /// Who counts first.
    pub(crate) first_two: &'static str,
    /// After the odds of common ground: what they leave out.
    pub(crate) ground_without: &'static str,
    /// Are there rounds in which parties act in turn?
    pub(crate) in_rounds: bool,
    /// Can a deal break once it is made, so that there is something to tell of how long it lasts?
    pub(crate) deals_break: bool,
    /// Do the schools of forecasting that weigh many against many have a say?
    pub(crate) has_opinions: bool,
    /// Under the table of what the signatories sign.
    pub(crate) signing: &'static str,
    /// Words of the report, in its order.
    pub(crate) did_none: &'static str,
    pub(crate) none_can_last: &'static str,
    pub(crate) exists: &'static str,
    pub(crate) at_no_time: &'static str,
    pub(crate) when_counted: &'static str,
    pub(crate) odds_by: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) terms_without: &'static str,
    pub(crate) terms_lead: &'static str,
    pub(crate) terms_note: &'static str,
    pub(crate) why_none: &'static str,
    pub(crate) order_of_reasons: &'static str,
    pub(crate) values_note: &'static str,
    pub(crate) gains_note: &'static str,
    pub(crate) gains_without: &'static str,
    pub(crate) gains_column: &'static str,
    pub(crate) typical_deal: &'static str,
    pub(crate) typical_failure: &'static str,
    pub(crate) near_miss: &'static str,
    pub(crate) step_by_step: &'static str,
    pub(crate) day: &'static str,
    pub(crate) played: &'static str,
    pub(crate) limits: &'static [&'static str],
    /// What else it cannot tell where no home front has a say.
    pub(crate) limits_without_votes: Option<&'static str>,
}

/// The words of a scenario's protocol.
pub(crate) fn words(scenario: &Scenario) -> &'static Words {
    match scenario.process {
        Process::Peace => &peace::WORDS,
        Process::Offers(_) => &offers::WORDS,
    }
}

/// The words of a protocol by its name in results.
pub(crate) fn words_of(protocol: &str) -> &'static Words {
    if protocol == Process::WORDS[0] { &peace::WORDS } else { &offers::WORDS }
}
