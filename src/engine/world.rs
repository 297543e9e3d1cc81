//! A world, prepared for play: every number drawn, positions made 0–1, and all that depends on the
//! world alone worked out once for all its histories. Buffers are kept from world to world.
//!
//! Whoever plays in a world only reads it, part by part.

use super::cohesion::Cohesion;
use super::events::Events;
use super::globals::Globals;
use super::interim::Terms;
use super::parties::Parties;
use super::player::Player;
use super::situation::Situation;
use super::table::Table;
use super::tempo::Tempo;
use super::text::Texts;
use crate::model::{InputId, MediationStyle};

/// One world, ready to be played.
#[derive(Clone, Debug, Default)]
pub struct World {
    globals: Globals,
    parties: Parties,
    /// The interim deals, in the order of the table.
    interims: Vec<Terms>,
    /// Lean of every draft.
    draft_shift: Vec<f64>,
    texts: Texts,
    events: Events,
    tempo: Tempo,
    cohesion: Cohesion,
    /// How things stand on the as-of date.
    start: Situation,
}

impl World {
    /// Prepares the world with these draws (`draws[id]` for every input), keeping the buffers.
    ///
    /// # Panics
    /// When `draws` is shorter than the scenario's inputs.
    pub fn prepare(&mut self, table: &Table<'_>, draws: &[f64]) {
        self.derive(table, draws);
        self.prepare_start(table, |id: InputId| draws[id.index()]);
        let elapsed = self.tempo.since_talks_began(0.0);
        self.cohesion.prepare(table, &self.globals, &self.parties, elapsed);
    }

    /// Everything that follows from the draws, but for what is kept as it was on the as-of date.
    pub(crate) fn derive(&mut self, table: &Table<'_>, draws: &[f64]) {
        let scenario = table.scenario;
        let get = |id: InputId| draws[id.index()];
        self.globals = Globals::new(scenario, get);
        self.parties.prepare(table, &self.globals, get);
        self.events.prepare(scenario, get);
        Terms::prepare_all(&mut self.interims, scenario, &table.steps, get);
        self.tempo.prepare(scenario, get);
        self.draft_shift.clear();
        let issues = scenario.issues.iter();
        self.draft_shift
            .extend(issues.map(|issue| issue.draft_shift.map_or(0.0, get) / issue.scale.width()));
        let (players, stakes) = (self.parties.players(), self.parties.stakes());
        let limits = |i: usize, k: usize| self.parties.stakes_of(i)[k].limit;
        self.texts.prepare(scenario, self.globals.pen, players, stakes, limits);
    }

    /// How things stand on the as-of date.
    fn prepare_start(&mut self, table: &Table<'_>, get: impl Fn(InputId) -> f64 + Copy) {
        let Self { start, globals, parties, interims, events, .. } = self;
        let players = parties.players();
        start.front.prepare(globals, players);
        start.prospects.prepare(players);
        start.prospects.look_ahead(table, parties, events, (0.0, globals.drift));
        start.interims.prepare(interims.len(), players.len());
        start.trust.prepare(table, get);
        start.payments.prepare(table.scenario, get);
        start.guarantors.prepare(globals, players.len());
        start.limits.prepare(parties, table.front);
    }

    /// Events have changed the mediator's style, and what each party has conceded stays conceded.
    pub(crate) fn alter(&mut self, style: Option<MediationStyle>, conceded: &[f64]) {
        self.globals.style = style;
        self.parties.keep_conceded(conceded);
    }

    /// The model's own numbers.
    #[inline]
    pub(crate) fn globals(&self) -> &Globals {
        &self.globals
    }

    /// What the parties bring into it.
    #[inline]
    pub(crate) fn parties(&self) -> &Parties {
        &self.parties
    }

    /// Everybody's numbers.
    #[inline]
    pub(crate) fn players(&self) -> &[Player] {
        self.parties.players()
    }

    /// The numbers of a party.
    #[inline]
    pub(crate) fn player(&self, party: usize) -> &Player {
        self.parties.player(party)
    }

    /// The interim deals, in the order of the table.
    #[inline]
    pub(crate) fn interims(&self) -> &[Terms] {
        &self.interims
    }

    /// Lean of every draft, issue by issue.
    #[inline]
    pub(crate) fn draft_shift(&self) -> &[f64] {
        &self.draft_shift
    }

    /// The mean texts.
    #[inline]
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// How often events come, and by how much they change things.
    #[inline]
    pub(crate) fn events(&self) -> &Events {
        &self.events
    }

    /// Since when they talk, and by when they have to be done.
    #[inline]
    pub(crate) fn tempo(&self) -> &Tempo {
        &self.tempo
    }

    /// Where the guarantors' cohesion tends to.
    #[inline]
    pub(crate) fn cohesion(&self) -> &Cohesion {
        &self.cohesion
    }

    /// How things stand on the as-of date.
    #[inline]
    pub(crate) fn start(&self) -> &Situation {
        &self.start
    }
}
