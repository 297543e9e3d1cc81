//! The debrief: what everybody wanted, what was on the table, and what became of it. Here, and only here,
//! every party's numbers are shown.
//!
//! All values are points, a hundred for all a party could want. *Left on the table* is what the same
//! division of the gain could have brought more: the greatest t for which some package gives every party
//! at least t times its gain over no deal, less 1, times the gain of all together. Without a deal, or where
//! somebody has less than without one, what could be added to what each has is shared alike. The other
//! reading, after Raiffa 1982, is a package that is better for somebody and worse for nobody.

mod bargain;
mod clock;
mod drawings;
mod left;
mod log_roll;
mod process;
mod tell;
mod what_if;

use super::play::Play;
use super::points::shown;
use super::session::{Room, Session};
use crate::document::{Document, Text, author, in_full};

pub use clock::Clock;
pub use left::Left;
pub use log_roll::Trade;
pub(super) use tell::{colophon, or_dash};
pub use what_if::{WhatIf, what_if};

/// How a game stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// A deal is in force.
    Deal,
    /// It is over without one.
    NoDeal,
    /// It was left before its end: nobody has anything yet.
    #[default]
    Unfinished,
}

impl State {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Deal => "deal",
            Self::NoDeal => "no deal",
            Self::Unfinished => "unfinished",
        }
    }
}

/// One party at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Plain name.
    pub title: String,
    /// Did the person sit here?
    pub person: bool,
    /// What it has; `None` while the game goes on.
    pub points: Option<f64>,
    /// What no deal was worth to it.
    pub batna: f64,
    /// The most it could have had in a deal that nobody would have refused; `None` where there is none.
    pub most: Option<f64>,
}

impl Score {
    /// Has it less than without a deal?
    pub fn is_below_no_deal(&self) -> bool {
        self.points.is_some_and(|points| points - self.batna < -SHOWN / 2.0)
    }
}

/// The smallest difference of points that is told.
pub(crate) const SHOWN: f64 = 0.1;

/// An offer or a text as a point in everybody's values.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// When, in rounds (from 1) or months.
    pub when: f64,
    /// Who made it; `None` for a mediator.
    pub by: Option<usize>,
    /// Its terms in words.
    pub terms: String,
    /// What it was worth to each party then.
    pub points: Vec<f64>,
}

/// Packages that no other beats.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Efficient {
    /// In points of the bargainers.
    pub points: Vec<EfficientPoint>,
    /// Is this every efficient package? Otherwise they are samples of a curve.
    pub whole: bool,
}

/// A package that no other beats.
#[derive(Clone, Debug, PartialEq)]
pub struct EfficientPoint {
    /// Points of the bargainers.
    pub points: Vec<f64>,
    /// Is there nothing between it and the package before, along the frontier of two?
    pub after_gap: bool,
}

/// A solution of the theories.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Its name.
    pub name: &'static str,
    /// Its terms in words.
    pub terms: String,
    /// What it gives each party.
    pub points: Vec<f64>,
    /// How many packages are as good by this theory, this one counted, where they can be listed.
    pub ties: usize,
    /// How far the deal was from the nearest of them, in points (Euclidean); `None` without a deal.
    pub distance: Option<f64>,
}

impl Solution {
    /// Its terms, and whether others are as good by the same theory.
    pub(crate) fn told_terms(&self) -> Text {
        let ties = self.ties;
        Text::from(in_full(&self.terms)).and_if(ties > 1, format!(" (one of {ties} that tie)"))
    }

    /// Its points, party by party.
    pub(crate) fn told_points(&self) -> Text {
        apart(&self.points)
    }
}

/// How a party conceded.
#[derive(Clone, Debug, PartialEq)]
pub struct Concession {
    /// Plain name.
    pub title: String,
    /// When, and what each of its offers was worth to itself.
    pub offers: Vec<(f64, f64)>,
}

/// All there is to be said of one game.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debrief {
    /// The scenario.
    pub title: String,
    /// The scenario's fingerprint, by which games are of the same kind.
    pub fingerprint: String,
    /// The variant and the changed values it was played with, as they are written on the command line.
    pub options: String,
    /// The world it was played in, by seed and number; `None` for the likeliest.
    pub world: Option<(u64, u64)>,
    /// The person's seat.
    pub role: String,
    /// The seed.
    pub seed: u64,
    /// How it ended, in a sentence.
    pub ending: String,
    /// Is there a deal in force?
    pub state: State,
    /// How often the person asked for a hint.
    pub hints: usize,
    /// What the numbers of every game of this scenario mean, where it has to be said.
    pub measure: Option<String>,
    /// What has to be known of this game.
    pub notes: Vec<String>,
    /// When, in rounds or months; `None` without a deal.
    pub when: Option<f64>,
    /// What that is counted in.
    pub clock: Clock,
    /// The terms of the deal.
    pub terms: Option<String>,
    /// Whose values the points of offers and solutions are, in order: numbers in `scores`.
    pub bargainers: Vec<usize>,
    /// Every party.
    pub scores: Vec<Score>,
    /// The zone of possible agreement in words, and how far it reaches on every issue.
    pub zone: Vec<String>,
    /// Packages that no other beats for all bargainers.
    pub frontier: Efficient,
    /// Everything that could be agreed, where it can be listed.
    pub cloud: Vec<Vec<f64>>,
    /// Offers in order.
    pub path: Vec<Offer>,
    /// Who conceded when.
    pub concessions: Vec<Concession>,
    /// Solutions of the theories.
    pub solutions: Vec<Solution>,
    /// What was left on the table; `None` while the game goes on.
    pub left: Option<Left>,
    /// A package that is better for somebody and worse for nobody than the deal or, without one, than
    /// what lay on the table last; and by how much for each.
    pub better: Option<(String, Vec<f64>)>,
    /// Trades between issues that would have made nobody worse off.
    pub trades: Vec<Trade>,
    /// Home fronts that said no, by name.
    pub voted_down: Vec<String>,
}

impl Debrief {
    /// The debrief of a game as it stands; of one that goes on, as if it ended here.
    pub fn of(room: &Room, session: &Session, play: &Play<'_>) -> Self {
        let game = Self {
            title: room.scenario.title.clone(),
            fingerprint: room.scenario.fingerprint.clone(),
            role: room.scenario.parties[room.role].title.clone(),
            seed: session.setup.seed,
            options: session.setup.options(),
            world: session.setup.world.map(|world| (session.setup.seed, world)),
            hints: session.hints(),
            ..Self::default()
        };
        let mut debrief = match play {
            Play::Bargain(bargain) => bargain::debrief(bargain, game),
            Play::Process(process) => process::debrief(process, game),
        };
        if session.pushed_at_once() {
            debrief.notes.push(
                "When this game was played, a push changed the text that lay on the table already. It is \
                 told as it was played; today a push counts from the next text."
                    .to_owned(),
            );
        }
        if !play.is_over() {
            debrief.unfinished();
        }
        debrief
    }

    /// Of a game that goes on nothing is measured as if it were an end.
    fn unfinished(&mut self) {
        self.state = State::Unfinished;
        self.when = None;
        self.left = None;
        self.scores.iter_mut().for_each(|score| score.points = None);
        self.solutions.iter_mut().for_each(|solution| solution.distance = None);
        "The game was left before its end. No deal so far.".clone_into(&mut self.ending);
    }

    /// Is there a deal in force?
    pub fn is_deal(&self) -> bool {
        self.state == State::Deal
    }

    /// What the bargainers have together; `None` while the game goes on.
    pub fn joint(&self) -> Option<f64> {
        self.bargainers.iter().map(|&party| self.scores[party].points).sum()
    }

    /// Whose points the joint ones are: those of all, in this word, or by name of the ones who bargain.
    pub(crate) fn together(&self, all: &str) -> Text {
        let who = if self.bargainers.len() == self.scores.len() {
            all.into()
        } else {
            self.bargainers(" and ")
        };
        who.and(" together")
    }

    /// The bargainers by name, with these words between them.
    pub(crate) fn bargainers(&self, between: &str) -> Text {
        let names = self.bargainers.iter().map(|&party| author(&self.scores[party].title).into());
        Text::joined(between, names)
    }

    /// The most they could have had together, of all solutions that are named.
    pub fn best_joint(&self) -> Option<f64> {
        let sums = self.solutions.iter().map(|solution| solution.points.iter().sum::<f64>());
        sums.reduce(f64::max)
    }

    /// The person's score.
    pub fn own(&self) -> Option<&Score> {
        self.scores.iter().find(|score| score.person)
    }

    /// The debrief in words, tables and drawings, with what changes would have done.
    pub fn tell(&self, what_if: &[WhatIf]) -> Document {
        tell::tell(self, what_if)
    }
}

/// `60.5 / 39`
pub(super) fn apart(points: &[f64]) -> Text {
    points.iter().map(|&points| shown(points)).collect::<Vec<_>>().join(" / ").into()
}

/// The distance between two points.
fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}
