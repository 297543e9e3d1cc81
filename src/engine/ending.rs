//! How a history ends, and why.

use super::appraisal::appraise;
use super::nearest::{Least, Nearest};
use super::player::Alternative;
use super::record::Record;
use super::setting::Setting;
use super::situation::Situation;
use super::state::State;
use super::value::{lost_at_front, value};
use super::worth::deterrence;
use crate::solution::suits;

/// Months a deal must stand to count as holding.
pub const HOLDS_MONTHS: f64 = 12.0;

/// How a history ended. No deal always has a reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ending {
    /// A package was signed and ratified.
    Agreement {
        /// When it came into force.
        in_force_at: f64,
        /// Months from then until it collapses.
        holds_for: f64,
        /// Who does not carry it out.
        defector: Option<usize>,
    },
    /// There was none, because …
    NoDeal(Cause),
}

/// Why a history brought no lasting deal: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A package was ratified, carried out, and collapsed within twelve months.
    Collapsed,
    /// A package was ratified, and this party did not carry it out.
    DeadLetter {
        /// Who.
        party: usize,
    },
    /// A package was signed, and this party's home front voted it down.
    VoteLost {
        /// Whose home front.
        party: usize,
    },
    /// Two principals' red lines leave no room on an issue.
    RedLinesCross {
        /// The one who wants more than …
        first: usize,
        /// … this one allows.
        second: usize,
        /// On this issue.
        issue: usize,
    },
    /// No text was ever tabled.
    NeverTabled,
    /// No package would have satisfied everybody.
    NoCommonGround {
        /// Who was farthest from signing the nearest text …
        party: usize,
        /// … and on what it lost most against its alternative.
        issue: usize,
    },
    /// All would have taken the nearest text but for a red line.
    RedLine {
        /// Whose.
        party: usize,
        /// On what.
        issue: usize,
    },
    /// All would take the mean text at the end: time ran out.
    TimeRanOut,
    /// All would have signed the nearest text, but for the vote that it would face at home.
    VoteFeared {
        /// The home front that looked likeliest to vote it down.
        party: usize,
    },
    /// There was common ground, but no text was good enough for this party.
    Short {
        /// Who was farthest from signing the nearest text …
        party: usize,
        /// … and on what it lost most against its alternative.
        issue: usize,
    },
}

impl Cause {
    /// The parties the cause names, each with the issue it is about, if any.
    pub fn named(self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let (first, second) = match self {
            Self::Collapsed | Self::NeverTabled | Self::TimeRanOut => (None, None),
            Self::DeadLetter { party } | Self::VoteLost { party } | Self::VoteFeared { party } => {
                (Some((party, None)), None)
            }
            Self::RedLinesCross { first, second, issue } => {
                (Some((first, Some(issue))), Some((second, Some(issue))))
            }
            Self::NoCommonGround { party, issue }
            | Self::RedLine { party, issue }
            | Self::Short { party, issue } => (Some((party, Some(issue))), None),
        };
        first.into_iter().chain(second)
    }
}

impl Ending {
    /// Why no deal lasts; `None` when one does.
    pub fn cause(self) -> Option<Cause> {
        match self {
            Self::Agreement { defector: Some(party), .. } => Some(Cause::DeadLetter { party }),
            Self::Agreement { holds_for, .. } if holds_for >= HOLDS_MONTHS => None,
            Self::Agreement { .. } => Some(Cause::Collapsed),
            Self::NoDeal(cause) => Some(cause),
        }
    }
}

impl State {
    /// The reason for a history without a ratified package. `has_ground` is the common-ground test.
    pub(crate) fn reason(&mut self, setting: Setting<'_>, t: f64, has_ground: bool) -> Cause {
        if let Some(party) = self.vote_lost {
            return Cause::VoteLost { party };
        }
        if let Some((first, second, issue)) = setting.world.parties().crossing() {
            return Cause::RedLinesCross { first, second, issue };
        }
        if !self.record.talks {
            return Cause::NeverTabled;
        }
        // The mean text at the end, which also stands in where only truces were tabled.
        self.situation.guarantors.settle_consents(setting.table, setting.world.players());
        self.place_mean_text(setting, t);
        let text = self.drafting.take();
        self.outlooks.foresee(setting, &self.situation.front, &text);
        let (least, crossed) = self.least_gain(setting, &text);
        self.at_end.keep(&text, least, self.outlooks.likeliest_to_fail(), crossed);
        self.drafting.put_back(text);
        let nearest = if self.nearest.is_any() { &self.nearest } else { &self.at_end };
        reason_at(setting, &self.situation, (nearest, &self.at_end), has_ground)
    }

    /// What each party has at the end: the terms in force or, without any, its alternative.
    pub(crate) fn settle_values(&mut self, setting: Setting<'_>, ratified: bool) {
        let Record { values, terms, .. } = &mut self.record;
        let situation = &self.situation;
        values.clear();
        values.extend((0..setting.world.players().len()).map(|i| {
            if ratified {
                value(setting, &situation.front, i, terms)
            } else {
                situation.outside_value(setting, i)
            }
        }));
    }

    /// The least worth of anybody's name under a package, with and without the votes ahead, over all who
    /// must agree; and the first red line of theirs that it crosses.
    fn least_gain(&self, setting: Setting<'_>, text: &[f64]) -> (Least, Option<(usize, usize)>) {
        let Self { situation, chance, outlooks, .. } = self;
        let deterrence = deterrence(situation.guarantors.guarantee(setting.table, text));
        let (mut least, mut crossed) = (Least::default(), None);
        for i in situation.guarantors.signatories(setting.table, text) {
            let readiness = chance.readiness(i);
            let terms = (text, deterrence);
            let own = appraise(setting, situation, (i, readiness), terms, outlooks.of(i));
            least.take(i, own.gain, own.worth.z + readiness);
            crossed = crossed.or(own.crosses.map(|issue| (i, issue)));
        }
        (least, crossed)
    }
}

fn reason_at(
    setting: Setting<'_>,
    situation: &Situation,
    (nearest, at_end): (&Nearest, &Nearest),
    has_ground: bool,
) -> Cause {
    let party = nearest.party();
    let issue = dearest_issue(setting, situation, (party, nearest.text()), |_, _| {});
    if !has_ground {
        return Cause::NoCommonGround { party, issue };
    }
    if suits(nearest.gain())
        && let Some((party, issue)) = nearest.crossed()
    {
        return Cause::RedLine { party, issue };
    }
    if suits(at_end.gain()) && at_end.crossed().is_none() {
        return Cause::TimeRanOut;
    }
    if let (true, Some(party)) = (suits(nearest.but_for_votes()), nearest.doubted()) {
        return Cause::VoteFeared { party };
    }
    Cause::Short { party, issue }
}

/// What a party loses on an issue at a text, in shares of all that is at stake for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IssueLoss {
    /// Against all it could have; the losses on all issues are 1 less the value of the text.
    pub lost: f64,
    /// Against its alternative; a reservation value has no issues of its own, and limits stand in for it.
    pub excess: f64,
}

/// The issue on which a party loses most at a text against its alternative, weighing its war terms and its
/// limits as the alternative itself does. `see` is shown what it loses on each issue, and how much of that against
/// its alternative.
pub(crate) fn dearest_issue(
    setting: Setting<'_>,
    situation: &Situation,
    (party, text): (usize, &[f64]),
    mut see: impl FnMut(usize, IssueLoss),
) -> usize {
    let mut dearest = (f64::NEG_INFINITY, 0);
    let mut take = |k: usize, lost: f64, excess: f64| {
        see(k, IssueLoss { lost, excess });
        if excess > dearest.0 || (excess >= dearest.0 && k < dearest.1) {
            dearest = (excess, k);
        }
    };
    let parties = setting.world.parties();
    let shape = setting.shape();
    let aversion = parties.player(party).aversion;
    // A reservation value has no issues of its own: there limits stand in for it.
    let omega = match parties.player(party).alternative {
        Alternative::Reservation(_) => 1.0,
        _ => situation.limits_weight(setting, party),
    };
    let scales = parties.stakes_of(party).iter().zip(text).enumerate();
    let is_scale = |k: usize| !setting.table.scenario.issues[k].has_options();
    for (k, (stake, &x)) in scales.filter(|(k, _)| is_scale(*k)) {
        let on_front = setting.table.front == Some(k);
        let lost = |x: f64| {
            if on_front {
                lost_at_front(setting, &situation.front, party, (k, x))
            } else {
                stake.lost(shape, aversion, x, stake.status_quo_loss)
            }
        };
        let war = if on_front && setting.at_war() {
            situation.expected_line(setting, party)
        } else {
            stake.war
        };
        let limit = situation.limits.of(party, k);
        let given = lost(x);
        take(k, given, given - (1.0 - omega) * lost(war) - omega * lost(limit));
    }
    for (k, lost, excess) in parties.options().excesses(party, text, omega) {
        take(k, lost, excess);
    }
    dearest.1
}
