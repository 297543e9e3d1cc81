//! How a history ends, and why.

use super::concession::concessions;
use super::play::Setting;
use super::state::{Least, Nearest, State};
use super::text::{lean, mean_text, pen_weight};
use super::world::Alternative;
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
        if let Some((first, second, issue)) = setting.world.crossing {
            return Cause::RedLinesCross { first, second, issue };
        }
        if !self.record.talks {
            return Cause::NeverTabled;
        }
        // The mean text at the end, which also stands in where only truces were tabled.
        self.settle_consents(setting);
        self.place_mean_text(setting, t);
        let text = std::mem::take(&mut self.text);
        let (Least { gain, party, but_for_votes }, crossed) = self.least_gain(setting, &text);
        let doubted = self.likeliest_to_fail();
        let at_end = Nearest { gain, party, but_for_votes, doubted, crossed, text };
        let nearest = std::mem::take(&mut self.nearest);
        let nearer = if nearest.gain > f64::NEG_INFINITY { &nearest } else { &at_end };
        let cause = self.reason_at(setting, nearer, &at_end, has_ground);
        self.nearest = nearest;
        self.text = at_end.text;
        cause
    }

    fn reason_at(
        &self,
        setting: Setting<'_>,
        nearest: &Nearest,
        at_end: &Nearest,
        has_ground: bool,
    ) -> Cause {
        let party = nearest.party;
        let issue = self.dearest_issue(setting, party, &nearest.text);
        if !has_ground {
            return Cause::NoCommonGround { party, issue };
        }
        if suits(nearest.gain)
            && let Some((party, issue)) = nearest.crossed
        {
            return Cause::RedLine { party, issue };
        }
        if suits(at_end.gain) && at_end.crossed.is_none() {
            return Cause::TimeRanOut;
        }
        if let (true, Some(party)) = (suits(nearest.but_for_votes), nearest.doubted) {
            return Cause::VoteFeared { party };
        }
        Cause::Short { party, issue }
    }

    /// What each party has at the end: the terms in force or, without any, its alternative.
    pub(crate) fn settle_values(&mut self, setting: Setting<'_>, ratified: bool) {
        let mut values = std::mem::take(&mut self.record.values);
        values.clear();
        for i in 0..setting.world.players.len() {
            values.push(if ratified {
                self.value(setting, i, &self.record.terms)
            } else {
                self.outside_value(setting, i)
            });
        }
        self.record.values = values;
    }

    /// x̄ at time `t`, into `self.text`.
    pub(crate) fn place_mean_text(&mut self, setting: Setting<'_>, t: f64) {
        let world = setting.world;
        self.take_demands(setting);
        concessions(world, t, &mut self.own_concessions, &mut self.concessions);
        let texts = if self.limits_moved { &self.own_texts } else { &world.texts };
        let pen = setting.table.pen_order[self.pen];
        let holder = setting.table.style.is_none().then(|| setting.table.principals[pen]);
        let pen = if holder.is_some() { pen } else { 0 };
        let mut text = std::mem::take(&mut self.text);
        mean_text(world, texts, pen, &self.concessions, &mut text);
        if !world.options.is_empty() {
            let weight = |i: usize| pen_weight(world, holder, i) * world.players[i].influence;
            let demand = |i: usize, k: usize| self.demand_of(setting, i, k);
            world.options.draft(&self.concessions, weight, demand, &mut text);
        }
        if !setting.table.home_fronts.is_empty() {
            let mut work = std::mem::take(&mut self.win_sets);
            let texts = if self.limits_moved { &self.own_texts } else { &world.texts };
            let weights = texts.weights(pen, text.len());
            self.aim_at_win_sets(setting, |k| weights[k], &mut work, &mut text);
            self.win_sets = work;
        }
        lean(world, &mut text);
        self.text = text;
    }

    /// The least worth of anybody's name under a package, with and without the votes ahead, over all who
    /// must agree; and the first red line of theirs that it crosses.
    fn least_gain(
        &mut self,
        setting: Setting<'_>,
        text: &[f64],
    ) -> (Least, Option<(usize, usize)>) {
        self.foresee(setting, text);
        let deterrence = deterrence(self.guarantee(setting, text));
        let (mut least, mut crossed) = (Least::default(), None);
        for i in self.signatories(setting, text) {
            let own = self.appraise(setting, i, text, deterrence);
            least.take(i, own.gain, own.worth.z + self.readiness[i]);
            crossed = crossed.or(own.crosses.map(|issue| (i, issue)));
        }
        (least, crossed)
    }

    /// All whose yes a package needs: the principals and the guarantors it leans on.
    pub(crate) fn signatories<'a>(
        &'a self,
        setting: Setting<'a>,
        text: &'a [f64],
    ) -> impl Iterator<Item = usize> + 'a {
        let table = setting.table;
        let guarantors = table.pledgers.iter().copied();
        let needed = guarantors
            .filter(move |&j| !table.is_principal(j) && self.needs_consent(setting, j, text));
        table.principals.iter().copied().chain(needed)
    }

    /// The first red line of someone who must agree that the package crosses.
    pub(crate) fn crossed(&self, setting: Setting<'_>, text: &[f64]) -> Option<(usize, usize)> {
        self.signatories(setting, text)
            .find_map(|i| crosses(setting, i, text).map(|issue| (i, issue)))
    }

    /// The issue on which a party loses most at a text against its alternative, weighing its war
    /// terms and its limits as the alternative itself does.
    fn dearest_issue(&self, setting: Setting<'_>, party: usize, text: &[f64]) -> usize {
        let world = setting.world;
        let shape = setting.shape();
        let aversion = world.players[party].aversion;
        // A reservation value has no issues of its own: there limits stand in for it.
        let omega = match world.players[party].alternative {
            Alternative::Reservation(_) => 1.0,
            _ => self.limits_weight(setting, party),
        };
        let mut dearest = (f64::NEG_INFINITY, 0);
        let scales = world.stakes_of(party).iter().zip(text).enumerate();
        let is_scale = |k: usize| !setting.table.scenario.issues[k].has_options();
        for (k, (stake, &x)) in scales.filter(|(k, _)| is_scale(*k)) {
            let on_front = setting.table.front == Some(k);
            let lost = |x: f64| {
                if on_front {
                    self.lost_at_front(setting, party, k, x)
                } else {
                    stake.lost(shape, aversion, x, stake.status_quo_loss)
                }
            };
            let war = if on_front && setting.at_war() {
                self.expected_line(setting, party)
            } else {
                stake.war
            };
            let limit = self.limits[party * world.issues + k];
            let excess = lost(x) - (1.0 - omega) * lost(war) - omega * lost(limit);
            if excess > dearest.0 {
                dearest = (excess, k);
            }
        }
        for (k, excess) in world.options.excesses(party, text, omega) {
            if excess > dearest.0 || (excess >= dearest.0 && k < dearest.1) {
                dearest = (excess, k);
            }
        }
        dearest.1
    }
}

/// The first issue on which a package crosses this party's red line.
pub(crate) fn crosses(setting: Setting<'_>, party: usize, text: &[f64]) -> Option<usize> {
    let stakes = setting.world.stakes_of(party).iter().zip(text);
    let wall = stakes.enumerate().find(|(_, (stake, x))| stake.forbids(**x)).map(|(k, _)| k);
    let refused = setting.world.options.refuses(party, text);
    match (wall, refused) {
        (Some(wall), Some(refused)) => Some(wall.min(refused)),
        (wall, refused) => wall.or(refused),
    }
}
