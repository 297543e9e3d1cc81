//! One history, from the as-of date to a ratified package or the horizon.
//!
//! Happenings come at their own times inside the rounds: pledges, events, the votes on what was signed,
//! the end of an interim deal, the end of a round, a summit, a try at a text; on a tie in that order. So no odds hang on how long a
//! round is.

use super::acceptance::Accepted;
use super::altered::Altered;
use super::happening::Due;
use super::observer::{Event, Observer};
use super::person::Person;
use super::state::{Pending, State, Trial};
use super::summit::{MOMENTUM, MOMENTUM_MONTHS, invitation_rate};
use super::table::Table;
use super::tempo::{PoissonClock, before_deadline, highest_rate, next_turn};
use super::text::{keep_to_mediators_lines, misdraft};
use super::world::World;
use crate::model::Loss;

/// The table and the world: all that stays the same during a history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) world: &'a World,
    /// Who sits in one of the seats, with what it has decided.
    pub(crate) person: Option<&'a Person>,
}

impl<'a> Setting<'a> {
    /// Nobody but the engine plays.
    pub(crate) fn new(table: &'a Table<'a>, world: &'a World) -> Self {
        Self { table, world, person: None }
    }

    /// Shape of the loss in distance.
    #[inline]
    pub(crate) fn shape(self) -> Loss {
        self.world.globals.loss
    }

    /// Is this a war (of at least one principal)?
    #[inline]
    pub(crate) fn at_war(self) -> bool {
        !self.table.belligerents.is_empty()
    }
}

/// Plays the history to its end, leaving what happened in `state.record`. True when a package was
/// ratified.
pub(crate) fn play<O: Observer>(
    stated: Setting<'_>,
    altered: &mut Altered,
    state: &mut State,
    observer: &mut O,
) -> bool {
    let Setting { table, world, .. } = stated;
    let Trial { world: number, history } = state.trial;
    let clock = table.scenario.clock;
    let setting = stated;
    let mut tries =
        PoissonClock::new(table.keys.tries.history(number, history), highest_rate(setting, 0.0));
    let mut invitations =
        PoissonClock::new(table.keys.summit.history(number, history), invitation_rate(setting));
    let mut luck = table.keys.front.history(number, history);
    let mut round = 0;
    let mut now = 0.0;
    state.turn_at = next_turn(setting, now);
    let mut due = state.next_due(setting);
    loop {
        let setting = altered.setting(stated);
        if state.settle_conditions(table, now) {
            due = state.next_due(setting);
        }
        let round_ends = clock.round_end(round + 1);
        let votes = state.pending.map_or(f64::INFINITY, |pending| pending.at);
        // The guns are silent before the votes: no truce is needed, and no interim deal ends.
        let ends = if state.pending.is_some() {
            f64::INFINITY
        } else {
            state.interim_ends.max(state.resumed)
        };
        let quiet_until = votes.min(ends).min(round_ends);
        now = due.0.min(quiet_until).min(invitations.next).min(tries.next);
        if !table.foreseen.is_empty() {
            state.look_ahead(setting, now);
        }
        if due.0 <= now {
            let mut turns = due.1 == Due::Turn;
            match due.1 {
                Due::Pledge(party) => state.pledge(setting, now, party, observer),
                Due::Event(event) => {
                    state.happen(setting, now, event, observer);
                    turns = altered.happen(stated, now, event, state, observer);
                }
                Due::Turn | Due::Nothing => {}
            }
            if turns {
                let setting = altered.setting(stated);
                tries.change(now, highest_rate(setting, now));
                invitations.change(now, invitation_rate(setting));
                state.turn_at = next_turn(setting, now);
            }
            due = state.next_due(stated);
        } else if votes <= ends.min(round_ends).min(invitations.next).min(tries.next) {
            if state.vote(setting, votes, observer) {
                return true;
            }
        } else if ends <= round_ends.min(invitations.next).min(tries.next) {
            state.end_interim(setting, ends, observer);
        } else if round_ends <= invitations.next.min(tries.next) {
            state.end_round(setting, round_ends, &mut luck);
            if let Some(&target) = world.cohesion_targets.get(round) {
                state.settle_cohesion(table, target);
            }
            let (line, cohesion) = (state.line, state.cohesion);
            observer.observe(round_ends, Event::RoundEnded { round, line, cohesion });
            round += 1;
            if round == clock.rounds {
                return state.last_votes(setting, observer);
            }
        } else if invitations.next <= tries.next {
            let t = invitations.next;
            let (mark, ripe) = (invitations.mark(), invitations.mark());
            invitations.advance();
            if state.meet(setting, t, mark, ripe, observer) {
                return true;
            }
        } else {
            let t = tries.next;
            let mark = tries.mark();
            tries.advance();
            if state.try_text(setting, t, mark, observer) {
                return true;
            }
        }
    }
}

impl State {
    /// The horizon is reached: what was signed in time goes home all the same. True when that is ratified.
    fn last_votes<O: Observer>(&mut self, setting: Setting<'_>, observer: &mut O) -> bool {
        let votes = self.pending.map(|pending| pending.at);
        votes.is_some_and(|at| self.vote(setting, at, observer))
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
        if self.pending.is_some() || mark >= self.summit_acceptance(setting, &summit.parties, t) {
            return false;
        }
        self.record.summit_at = self.record.summit_at.min(t);
        self.momentum_until = t + MOMENTUM_MONTHS;
        self.ripeness_bound(setting);
        self.place_mean_text(setting, t);
        let fruitful = ripe < self.ripeness(setting, &self.text);
        observer.observe(t, Event::Summit { fruitful });
        if fruitful {
            self.build_trust(setting.table, &summit.parties);
            self.table_text(setting, t, observer)
        } else {
            self.lose_trust(setting.table, &summit.parties);
            false
        }
    }

    /// A try at a text: tabled with the ripeness of the moment. Tries come at the rate of a summit's
    /// aftermath; outside it only their share of 1/1.5 counts, after a lost vote 1/1.5 of that. While a signed
    /// text waits for the votes nobody tables another.
    fn try_text<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        mark: f64,
        observer: &mut O,
    ) -> bool {
        if self.pending.is_some() {
            return false;
        }
        let mark = if t < self.momentum_until { mark } else { mark * MOMENTUM };
        let mark = if t < self.setback_until { mark * MOMENTUM } else { mark };
        let mark = before_deadline(setting, t, mark);
        if mark >= 1.0 || (mark >= self.ripeness_bound(setting) && !O::ACTIVE) {
            return false;
        }
        self.place_mean_text(setting, t);
        let ripeness = self.ripeness(setting, &self.text);
        if mark >= ripeness {
            observer.observe(t, Event::Unripe { ripeness });
            return false;
        }
        self.table_text(setting, t, observer)
    }

    /// Tables a text drafted from the mean in `self.text`: an interim deal or the whole package.
    fn table_text<O: Observer>(&mut self, setting: Setting<'_>, t: f64, observer: &mut O) -> bool {
        let table = setting.table;
        let mut text = std::mem::take(&mut self.text);
        let draws = self.draft.next(&table.keys.draft, self.trial);
        misdraft(setting, draws, &mut text);
        keep_to_mediators_lines(setting, &mut text);
        let mark = draws.uniform();
        let interim = self.choose_interim(setting, t, &text, mark);
        if interim.is_none() {
            self.foresee(setting, &text);
            if let Some(party) = self.withheld_by(setting, &text) {
                observer.observe(t, Event::Withheld { party });
                self.text = text;
                return false;
            }
        }
        let holder = table.style.is_none().then(|| table.principals[table.pen_order[self.pen]]);
        self.record.talks = true;
        self.record.texts += 1;
        let shown = interim.map_or(&text, |m| &self.standing[m].text);
        observer.observe(t, Event::Tabled { text: shown, holder, interim, renewal: false });
        let ratified = if let Some(m) = interim {
            if self.put_interim(setting, t, (m, false), observer) {
                self.agree_interim(setting, t, m, observer);
            }
            false
        } else {
            let accepted = self.put_package(setting, t, &text, observer);
            accepted.is_some_and(|accepted| self.sign(setting, t, &text, &accepted, observer))
        };
        self.pen = (self.pen + 1) % table.pen_order.len();
        self.text = text;
        ratified
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
        self.build_trust(table, &table.principals);
        if self.is_fighting(setting) {
            self.fought += t - self.fighting_since;
        }
        let delay =
            |i: &usize| setting.world.players[*i].home.as_ref().map_or(0.0, |home| home.delay);
        let wait = table.home_fronts.iter().map(delay).fold(0.0, f64::max);
        self.pending = Some(Pending { at: t + wait, imposed });
        self.signed.clear();
        self.signed.extend_from_slice(text);
        if wait > 0.0 { false } else { self.vote(setting, t, observer) }
    }

    /// The votes on what was signed. True when every principal's home front passes it; a guarantor's that
    /// does not takes its pledge back.
    fn vote<O: Observer>(&mut self, setting: Setting<'_>, t: f64, observer: &mut O) -> bool {
        let Some(Pending { imposed, .. }) = self.pending.take() else { return false };
        let signed = std::mem::take(&mut self.signed);
        let ratified = self.hold_votes(setting, t, (&signed, imposed), observer);
        self.signed = signed;
        if !ratified {
            // Where the war goes on it goes on from here.
            self.fighting_since = t;
            self.resumed = t;
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
            let asked = self.pledged[j] && !table.is_principal(j);
            if asked && !self.ratifies(setting, (j, t), text, observer) {
                self.pledged[j] = false;
                observer.observe(t, Event::PledgeWithdrawn { party: j });
            }
        }
        self.settle_contribution(setting);
        let defector = self.draw_defector(setting);
        let holds_for = match defector {
            None => self.draw_deal(setting, text, imposed),
            Some(_) => self.draw_truce(setting, 0.0),
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
