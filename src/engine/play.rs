//! One history, from the as-of date to a ratified package or the horizon.
//!
//! Happenings come at their own times inside the rounds: pledges, events, the votes on what was signed,
//! the end of an interim deal, the end of a round, a summit, a try at a text; on a tie in that order. So no odds hang on how long a
//! round is.

use super::acceptance::Accepted;
use super::altered::Altered;
use super::calendar::Due;
use super::collapse::{draw_deal, draw_truce};
use super::draft::{keep_to_mediators_lines, misdraft};
use super::good_faith::draw_defector;
use super::observer::{Event, Observer};
use super::setting::Setting;
use super::situation::Situation;
use super::state::State;
use super::summit::{invitation_rate, summit_acceptance};
use super::table::Table;
use super::tempo::PoissonClock;
use super::trial::Trial;
use crate::stream::Stream;

/// How far a step has taken a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// There is more to come.
    GoesOn,
    /// Nothing more comes before the moment it was to stop at.
    Paused,
    /// It is over.
    Ended {
        /// Is a package in force?
        ratified: bool,
    },
}

/// A history on its way: the clocks of all that comes by itself, and how far it has got.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    tries: PoissonClock,
    invitations: PoissonClock,
    luck: Stream,
    round: usize,
    now: f64,
    due: (f64, Due),
}

/// Plays the history to its end, leaving what happened in `state.record`. True when a package was
/// ratified.
pub(crate) fn play<O: Observer>(
    stated: Setting<'_>,
    altered: &mut Altered,
    state: &mut State,
    observer: &mut O,
) -> bool {
    let mut course = Course::begin(stated, state);
    loop {
        match course.step(stated, altered, state, f64::INFINITY, observer) {
            Step::Ended { ratified } => return ratified,
            Step::GoesOn | Step::Paused => {}
        }
    }
}

impl Course {
    /// A history before its first happening.
    pub(crate) fn begin(stated: Setting<'_>, state: &mut State) -> Self {
        let Setting { table, world, .. } = stated;
        let Trial { world: number, history } = state.chance.trial();
        let now = 0.0;
        let tries =
            PoissonClock::new(table.keys.tries.history(number, history), stated.highest_rate(now));
        let invitations =
            PoissonClock::new(table.keys.summit.history(number, history), invitation_rate(stated));
        let luck = table.keys.front.history(number, history);
        state.calendar.set_turn(world.tempo().next_turn(now));
        let due = state.next_due(table);
        Self { tries, invitations, luck, round: 0, now, due }
    }

    /// Plays what happens next, unless that is later than `until`.
    #[inline]
    pub(crate) fn step<O: Observer>(
        &mut self,
        stated: Setting<'_>,
        altered: &mut Altered,
        state: &mut State,
        until: f64,
        observer: &mut O,
    ) -> Step {
        let Setting { table, world, .. } = stated;
        let clock = table.scenario.clock;
        let setting = altered.setting(stated);
        if state.settle_conditions(setting, self.now) {
            self.due = state.next_due(table);
        }
        let round_ends = clock.round_end(self.round + 1);
        let votes = state.situation.signed.votes_at();
        // The guns are silent before the votes: no truce is needed, and no interim deal ends.
        let ends = if state.situation.signed.waits() {
            f64::INFINITY
        } else {
            state.situation.interims.end().max(state.situation.signed.resumed())
        };
        let quiet_until = votes.min(ends).min(round_ends);
        let Self { tries, invitations, luck, round, .. } = self;
        let now = self.due.0.min(quiet_until).min(invitations.next).min(tries.next);
        if now > until {
            return Step::Paused;
        }
        self.now = now;
        if !table.foreseen.is_empty() {
            state.look_ahead(setting, now);
        }
        let in_force = if self.due.0 <= now {
            let mut turns = self.due.1 == Due::Turn;
            match self.due.1 {
                Due::Pledge(party) => state.pledge(setting, now, party, observer),
                Due::Event(event) => {
                    state.happen(setting, now, event, observer);
                    turns = altered.happen(stated, now, event, state, observer);
                }
                Due::Turn | Due::Nothing => {}
            }
            if turns {
                let setting = altered.setting(stated);
                tries.change(now, setting.highest_rate(now));
                invitations.change(now, invitation_rate(setting));
                state.calendar.set_turn(setting.world.tempo().next_turn(now));
            }
            self.due = state.next_due(table);
            false
        } else if votes <= ends.min(round_ends).min(invitations.next).min(tries.next) {
            state.vote(setting, votes, observer)
        } else if ends <= round_ends.min(invitations.next).min(tries.next) {
            state.end_interim(setting, ends, observer);
            false
        } else if round_ends <= invitations.next.min(tries.next) {
            state.end_round(setting, round_ends, luck);
            let Situation { front, guarantors, .. } = &mut state.situation;
            guarantors.settle_cohesion(world.cohesion(), *round);
            let (line, cohesion) = (front.line(), guarantors.cohesion());
            observer.observe(round_ends, Event::RoundEnded { round: *round, line, cohesion });
            *round += 1;
            if *round == clock.rounds {
                return Step::Ended { ratified: state.last_votes(setting, observer) };
            }
            false
        } else if invitations.next <= tries.next {
            let t = invitations.next;
            let (mark, ripe) = (invitations.mark(), invitations.mark());
            invitations.advance();
            state.meet(setting, t, mark, ripe, observer)
        } else {
            let t = tries.next;
            let mark = tries.mark();
            tries.advance();
            state.try_text(setting, t, mark, observer)
        };
        if in_force { Step::Ended { ratified: true } } else { Step::GoesOn }
    }

    /// The moment `t`, at which somebody looks in and nothing has happened since the last step.
    pub(crate) fn pause_at(&mut self, setting: Setting<'_>, state: &mut State, t: f64) {
        self.now = t;
        if !setting.table.foreseen.is_empty() {
            state.look_ahead(setting, t);
        }
    }
}

/// What became of a package that was to be tabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tabled {
    /// A mediator would not sign it itself, and it was not tabled.
    Withheld {
        /// Who.
        party: usize,
    },
    /// Somebody said no.
    Refused,
    /// All signed it.
    Signed {
        /// Is it in force already?
        ratified: bool,
    },
}

impl State {
    /// The next pledge, event or turn, and when it is due.
    fn next_due(&self, table: &Table<'_>) -> (f64, Due) {
        self.calendar.next_due(table, &self.situation.guarantors, &self.record)
    }

    /// Starts and stops the clocks of events that hang on a condition. True where it did either.
    fn settle_conditions(&mut self, setting: Setting<'_>, t: f64) -> bool {
        if setting.table.conditional.is_empty() {
            return false;
        }
        let mut calendar = std::mem::take(&mut self.calendar);
        let changed = calendar
            .settle_conditions(setting.table, t, |condition| self.meets(setting, condition));
        self.calendar = calendar;
        changed
    }

    /// Ends a round at time `t`.
    fn end_round(&mut self, setting: Setting<'_>, t: f64, luck: &mut Stream) {
        let Setting { table, world, .. } = setting;
        let fighting = self.situation.is_fighting(table);
        let front = &mut self.situation.front;
        if fighting {
            front.fall_silent(t);
            front.go_on(t);
        }
        front.end_round(&table.belligerents, world.globals().front_noise, luck);
    }

    /// The horizon is reached: what was signed in time goes home all the same. True when that is ratified.
    fn last_votes<O: Observer>(&mut self, setting: Setting<'_>, observer: &mut O) -> bool {
        let votes = self.situation.signed.votes_at();
        votes.is_finite() && self.vote(setting, votes, observer)
    }

    /// The leaders are invited: they meet where the mark says so. True when a package is ratified.
    fn meet<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        mark: f64,
        ripe: f64,
        observer: &mut O,
    ) -> bool {
        let Some(summit) = &setting.table.scenario.summit else { return false };
        let Situation { trust, limits, signed, .. } = &self.situation;
        let named = &summit.parties;
        if signed.waits() || mark >= summit_acceptance(setting, (trust, limits), named, t) {
            return false;
        }
        self.record.summit_at = self.record.summit_at.min(t);
        self.momentum.meet(t);
        self.pressures.bound(setting, &self.situation);
        self.place_mean_text(setting, t);
        let fruitful = ripe < self.ripeness(setting);
        observer.observe(t, Event::Summit { fruitful });
        let trust = &mut self.situation.trust;
        if fruitful {
            trust.build(setting.table, named);
            self.table_text(setting, t, observer)
        } else {
            trust.lose(setting.table, named);
            false
        }
    }

    /// Ripeness for the mean text placed last, right after a look at the pressures.
    fn ripeness(&self, setting: Setting<'_>) -> f64 {
        self.pressures.ripeness(setting, &self.situation, self.drafting.text())
    }

    /// A try at a text: tabled with the ripeness of the moment. While a signed text waits for the votes nobody
    /// tables another.
    fn try_text<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        mark: f64,
        observer: &mut O,
    ) -> bool {
        if self.situation.signed.waits() {
            return false;
        }
        let mark = self.momentum.mark(t, mark);
        let mark = setting.world.tempo().before_deadline(t, mark);
        if mark >= 1.0 {
            return false;
        }
        let bound = self.pressures.bound(setting, &self.situation);
        if mark >= bound && !O::ACTIVE {
            return false;
        }
        self.place_mean_text(setting, t);
        let ripeness = self.ripeness(setting);
        if mark >= ripeness {
            observer.observe(t, Event::Unripe { ripeness });
            return false;
        }
        self.table_text(setting, t, observer)
    }

    /// Tables a text drafted from the mean that was placed: an interim deal or the whole package.
    fn table_text<O: Observer>(&mut self, setting: Setting<'_>, t: f64, observer: &mut O) -> bool {
        let table = setting.table;
        let mut text = self.drafting.take();
        let draws = self.chance.draft(table);
        misdraft(setting, draws, &mut text);
        keep_to_mediators_lines(setting, &mut text);
        let mark = draws.uniform();
        let interim = self.choose_interim(setting, t, &text, mark);
        let holder = self.drafting.holder(setting);
        let tabled = if let Some(m) = interim {
            self.note_text();
            let shown = self.situation.interims.text(m);
            observer.observe(t, Event::Tabled { text: shown, holder, interim, renewal: false });
            if self.put_interim(setting, t, (m, false), observer) {
                self.agree_interim(setting, t, m, observer);
            }
            Tabled::Refused
        } else {
            self.table_package(setting, t, (&text, holder), observer)
        };
        if !matches!(tabled, Tabled::Withheld { .. }) {
            self.drafting.pass_pen(setting);
        }
        self.drafting.put_back(text);
        tabled == Tabled::Signed { ratified: true }
    }

    /// Tables a package and asks all who must agree; signed, it goes home.
    pub(crate) fn table_package<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        (text, holder): (&[f64], Option<usize>),
        observer: &mut O,
    ) -> Tabled {
        self.outlooks.foresee(setting, &self.situation.front, text);
        if let Some(party) = self.withheld_by(setting, text) {
            observer.observe(t, Event::Withheld { party });
            return Tabled::Withheld { party };
        }
        self.note_text();
        observer.observe(t, Event::Tabled { text, holder, interim: None, renewal: false });
        match self.put_package(setting, t, text, observer) {
            None => Tabled::Refused,
            Some(accepted) => {
                Tabled::Signed { ratified: self.sign(setting, t, text, &accepted, observer) }
            }
        }
    }

    /// One more text is on the table.
    fn note_text(&mut self) {
        self.record.talks = true;
        self.record.texts += 1;
    }

    /// A package is signed and goes home. True when it is ratified at once.
    fn sign<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        text: &[f64],
        accepted: &Accepted,
        observer: &mut O,
    ) -> bool {
        let table = setting.table;
        let imposed = accepted.imposed;
        observer.observe(t, Event::Signed { text, imposed });
        if self.record.signed_at.is_infinite() {
            self.record.signed_at = t;
            self.keep_signed(text);
        }
        self.situation.trust.build(table, &table.principals);
        if self.situation.is_fighting(table) {
            self.situation.front.fall_silent(t);
        }
        let delay =
            |i: &usize| setting.world.player(*i).home.as_ref().map_or(0.0, |home| home.delay);
        let wait = table.home_fronts.iter().map(delay).fold(0.0, f64::max);
        self.situation.signed.send_home(text, t + wait, imposed);
        if wait > 0.0 { false } else { self.vote(setting, t, observer) }
    }

    /// The votes on what was signed. True when every principal's home front passes it; a guarantor's that
    /// does not takes its pledge back.
    fn vote<O: Observer>(&mut self, setting: Setting<'_>, t: f64, observer: &mut O) -> bool {
        let Some((text, imposed)) = self.situation.signed.take() else { return false };
        let ratified = self.hold_votes(setting, t, (&text, imposed), observer);
        self.situation.signed.put_back(text);
        if !ratified {
            // Where the war goes on it goes on from here.
            self.situation.front.go_on(t);
            self.situation.signed.fail(t);
        }
        ratified
    }

    fn hold_votes<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        (text, imposed): (&[f64], bool),
        observer: &mut O,
    ) -> bool {
        let table = setting.table;
        // Every home front votes, whatever the others do: no outcome hangs on who is asked first.
        let mut passed = true;
        for &i in &table.principals {
            if !self.ratifies(setting, (i, t), text, observer) {
                self.lose_vote(i, t);
                observer.observe(t, Event::VoteLost { party: i });
                passed = false;
            }
        }
        if !passed {
            return false;
        }
        for &j in &table.pledgers {
            let asked = self.situation.guarantors.has_pledged(j) && !table.is_principal(j);
            if asked && !self.ratifies(setting, (j, t), text, observer) {
                self.situation.guarantors.set_pledge(j, false);
                observer.observe(t, Event::PledgeWithdrawn { party: j });
            }
        }
        self.situation.guarantors.settle(table, setting.world.players());
        let (situation, chance) = (&self.situation, &mut self.chance);
        let defector = draw_defector(setting, chance);
        let holds_for = match defector {
            None => draw_deal(setting, situation, (text, imposed), chance),
            Some(_) => draw_truce(setting, situation, 0.0, chance),
        };
        self.follow_interims(t);
        self.record.ratified_at = t;
        self.record.holds_for = holds_for;
        self.record.defector = defector;
        self.keep_signed(text);
        observer.observe(t, Event::Ratified { holds_for, defector });
        true
    }

    /// Keeps what was signed, and what each signatory thought of it.
    fn keep_signed(&mut self, text: &[f64]) {
        self.record.terms.clear();
        self.record.terms.extend_from_slice(text);
        self.record.signatures.clear();
        self.record.signatures.extend_from_slice(&self.signing);
    }
}
