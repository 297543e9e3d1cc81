//! Scenarios made in Rust.
//!
//! A builder makes the tree that is read from a file otherwise, writes it down and loads the text. So there is one
//! set of rules, and whatever is wrong is told as of a file, with the line of [`ScenarioBuilder::to_toml`].

mod parts;
mod place;
mod value;

use jiff::civil::Date;

pub use parts::{IssueBuilder, PartyBuilder, PositionBuilder};
pub use value::Value;

use super::load::{LoadOptions, Loaded, Rejected, load};
use super::tree::Table;
use super::write;
use crate::model::path;

/// Builds a scenario, key by key.
///
/// The methods are the keys that nearly every scenario has; [`set`](Self::set) reaches all others. Numbers are as
/// in a file: one that is known, `[low, most likely, high]`, or another form of [`Value`].
///
/// # Examples
/// ```
/// use zopa::{Role, ScenarioBuilder, date};
///
/// let water = ScenarioBuilder::new("Water from the upper valley")
///     .as_of(date(2026, 1, 5))
///     .horizon("6 months")
///     .issue("price", |issue| issue.anchor(0.0, "free of charge").anchor(100.0, "twice the cost"))
///     .party("upstream", |party| {
///         party
///             .role(Role::Principal)
///             .influence(1)
///             .reservation([0.35, 0.4, 0.5])
///             .position("price", |wants| wants.ideal(90).limit([35, 45, 55]).salience(1))
///     })
///     .party("downstream", |party| {
///         party
///             .role(Role::Principal)
///             .influence(0.8)
///             .reservation([0.3, 0.4, 0.5])
///             .position("price", |wants| wants.ideal(10).limit([45, 55, 65]).salience(1))
///     });
/// let scenario = water.build()?.scenario;
/// assert_eq!(scenario.parties[1].id, "downstream");
///
/// // What is wrong is told by its line, as of a file.
/// let rejected = water.set("parties.upstream.influence", -1).build().unwrap_err();
/// assert!(rejected.to_string().contains("`parties.upstream.influence` must be 0 or more"));
/// # Ok::<(), zopa::Rejected>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct ScenarioBuilder {
    tree: Table,
}

impl ScenarioBuilder {
    /// A scenario about something, in a few words, with nothing in it yet.
    pub fn new(title: &str) -> Self {
        Self { tree: Table::default() }.set("title", title)
    }

    /// The day the world is frozen: nothing later is known. Needed, but with alternating offers.
    pub fn as_of(self, day: Date) -> Self {
        self.set("as_of", day)
    }

    /// How far ahead is looked: `"6 months"`; a year unless stated.
    pub fn horizon(self, length: &str) -> Self {
        self.set("clock.horizon", length)
    }

    /// The parties make offers in turn, for so many rounds at most, instead of negotiating a text.
    pub fn alternating_offers(self, rounds: u32) -> Self {
        self.set("protocol.kind", "alternating-offers").set("protocol.rounds", rounds)
    }

    /// An issue by its name. Called again with the same name it adds to that issue.
    pub fn issue(
        mut self,
        name: &str,
        describe: impl FnOnce(IssueBuilder<'_>) -> IssueBuilder<'_>,
    ) -> Self {
        place::child(place::child(&mut self.tree, "issues"), name);
        let path = format!("issues.{}", path::quoted(name));
        describe(IssueBuilder { tree: &mut self.tree, path });
        self
    }

    /// A party by its name. Called again with the same name it adds to that party.
    pub fn party(
        mut self,
        name: &str,
        describe: impl FnOnce(PartyBuilder<'_>) -> PartyBuilder<'_>,
    ) -> Self {
        place::child(place::child(&mut self.tree, "parties"), name);
        let path = format!("parties.{}", path::quoted(name));
        describe(PartyBuilder { tree: &mut self.tree, path });
        self
    }

    /// The trust of a pair of parties, from 0 to 1; 0.5 unless stated.
    pub fn trust(self, one: &str, other: &str, trust: impl Into<Value>) -> Self {
        self.set(&format!("trust.{}.{}", path::quoted(one), path::quoted(other)), trust)
    }

    /// A question with a yes or no: its name, its words, and what has to happen, as in `"signed"` or `"holds"`.
    /// Its other keys are set as `questions.NAME.by` and the like.
    pub fn question(self, name: &str, text: &str, what: &str) -> Self {
        let path = format!("questions.{}", path::quoted(name));
        self.set(&format!("{path}.text"), text).set(&format!("{path}.what"), what)
    }

    /// Sets any key of the format by its path, as `--set` and docs/format.md have it:
    /// `parties.upstream.concession_speed`, `trust.upstream.downstream`, `events.harvest.rate`.
    ///
    /// What is not there yet is made on the way; things of a list that have no names go by their number, and one
    /// that is not there stands last. Whole lists and tables may be set, too.
    pub fn set(mut self, path: &str, value: impl Into<Value>) -> Self {
        place::set(&mut self.tree, path, value.into().0);
        self
    }

    /// The scenario, with what is allowed but rarely meant.
    ///
    /// # Errors
    /// All that is wrong with it, by the lines of [`Self::to_toml`].
    pub fn build(&self) -> Result<Loaded, Rejected> {
        load("built scenario", &self.to_toml(), &LoadOptions::default())
    }

    /// The text of a file that says the same, right or wrong.
    pub fn to_toml(&self) -> String {
        write::scenario(&self.tree)
    }
}
