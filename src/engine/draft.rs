//! Drafting: the mean text of the moment, moved into the win-sets, with a drafter's error.

use super::concession::concessions;
use super::front::Front;
use super::limits::Limits;
use super::person::Decisions;
use super::setting::Setting;
use super::text::Texts;
use super::win_set::WinSets;
use crate::model::MediationStyle;
use crate::stream::Stream;

/// Facilitation's share of the formulation error: messages carried clear up what others want.
const FACILITATED_ERROR: f64 = 0.7;

/// Whoever drafts, with all working space.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafting {
    /// Position in `Table::pen_order` of who holds the pen.
    pen: usize,
    /// The mean text where a limit has moved or a person pushes for something; until then the world's serves.
    own: Texts,
    has_own: bool,
    text: Vec<f64>,
    own_concessions: Vec<f64>,
    concessions: Vec<f64>,
    win_sets: WinSets,
}

impl Drafting {
    /// A history begins with the mean texts of the world.
    pub(crate) fn begin(&mut self, parties: usize, issues: usize) {
        self.has_own = false;
        self.own_concessions.resize(parties, 0.0);
        self.concessions.resize(parties, 0.0);
        self.text.resize(issues, 0.0);
    }

    /// The pen goes to this place in the order of the pen.
    pub(crate) fn give_pen(&mut self, turn: usize) {
        self.pen = turn;
    }

    /// The pen goes to the next.
    pub(crate) fn pass_pen(&mut self, setting: Setting<'_>) {
        self.pen = (self.pen + 1) % setting.table.pen_order.len();
    }

    /// The principal that holds the pen; `None` where a mediator tables texts.
    pub(crate) fn holder(&self, setting: Setting<'_>) -> Option<usize> {
        let table = setting.table;
        table.style.is_none().then(|| table.principals[table.pen_order[self.pen]])
    }

    /// The text placed last.
    #[inline]
    pub(crate) fn text(&self) -> &[f64] {
        &self.text
    }

    /// Lends the buffer of the text; [`Drafting::put_back`] returns it.
    pub(crate) fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.text)
    }

    /// Puts the buffer of the text back.
    pub(crate) fn put_back(&mut self, text: Vec<f64>) {
        self.text = text;
    }

    /// Are the mean texts other than the world's?
    pub(crate) fn has_own(&self) -> bool {
        self.has_own
    }

    /// Works out the mean texts anew, where limits have moved or a person pushes for something: that stands in
    /// place of its position.
    pub(crate) fn settle(&mut self, setting: Setting<'_>, limits: &Limits, decisions: &Decisions) {
        let (table, parties, person) = (setting.table, setting.world.parties(), setting.person);
        let pen = setting.world.globals().pen;
        self.has_own = true;
        if person.is_none() {
            let limit = |i: usize, k: usize| limits.of(i, k);
            let players = parties.players().len();
            self.own.move_limits(setting.world.texts(), parties.stakes(), players, limit);
            return;
        }
        let m = parties.issues();
        let own = |i: usize, k: usize| decisions.demand(person, i, k);
        let stakes = parties.stakes().iter().enumerate().map(|(index, stake)| {
            let mut stake = *stake;
            stake.opening = own(index / m, index % m).unwrap_or(stake.opening);
            stake
        });
        let stakes: Vec<_> = stakes.collect();
        let limit = |i: usize, k: usize| own(i, k).unwrap_or(limits.of(i, k));
        self.own.prepare(table.scenario, pen, parties.players(), &stakes, limit);
    }

    /// x̄ at time `t`, into [`Drafting::text`].
    pub(crate) fn place_mean_text(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        (front, limits): (&Front, &Limits),
        decisions: &mut Decisions,
    ) {
        let Setting { table, world, person } = setting;
        let parties = world.parties();
        if decisions.take_demands(person, parties.issues()) {
            self.settle(setting, limits, decisions);
        }
        let talked = world.tempo().since_talks_began(t);
        let (own, alphas) = (&mut self.own_concessions, &mut self.concessions);
        concessions(parties.players(), talked, own, alphas);
        let holder = self.holder(setting);
        let pen = if holder.is_some() { table.pen_order[self.pen] } else { 0 };
        let Self { text, win_sets, concessions: alphas, own, has_own, .. } = self;
        let texts = if *has_own { &*own } else { world.texts() };
        // Clipped issue by issue to what all principals' red lines allow. Where those cross there is no room
        // and the mean stays.
        texts.mean(pen, alphas, text);
        for (x, &(low, high)) in text.iter_mut().zip(parties.walls()) {
            if low <= high {
                *x = x.clamp(low, high);
            }
        }
        if !parties.options().is_empty() {
            let weight = |i: usize| pen_weight(setting, holder, i) * parties.player(i).influence;
            let demand = |i: usize, k: usize| decisions.demand(person, i, k);
            parties.options().draft(alphas, weight, demand, text);
        }
        if !table.home_fronts.is_empty() {
            let weights = texts.weights(pen, text.len());
            win_sets.aim(setting, front.line(), |k| weights[k], text);
        }
        // The lean of every draft that the file states, for what-if runs.
        for (x, &shift) in text.iter_mut().zip(world.draft_shift()) {
            *x = (*x + shift).clamp(0.0, 1.0);
        }
    }
}

/// π_i: what a party's hand on the pen multiplies its weight by.
fn pen_weight(setting: Setting<'_>, holder: Option<usize>, party: usize) -> f64 {
    if holder == Some(party) { 1.0 + setting.world.globals().pen } else { 1.0 }
}

/// Who mediates tables nothing beyond its own red lines, which it knows without an error.
pub(crate) fn keep_to_mediators_lines(setting: Setting<'_>, text: &mut [f64]) {
    for &m in &setting.table.mediators {
        for (stake, x) in setting.world.parties().stakes_of(m).iter().zip(&mut *text) {
            if stake.wall_low <= stake.wall_high {
                *x = x.clamp(stake.wall_low, stake.wall_high);
            }
        }
    }
}

/// Who mediates and has a red line that this text crosses, so that it would never draft it.
pub(crate) fn beyond_mediators_lines(setting: Setting<'_>, text: &[f64]) -> Option<usize> {
    let lines = |m: usize| setting.world.parties().stakes_of(m).iter().zip(text);
    let beyond = |m: usize| {
        lines(m).any(|(stake, &x)| stake.wall_low <= stake.wall_high && stake.forbids(x))
    };
    setting.table.mediators.iter().copied().find(|&m| beyond(m))
}

/// The drafter's error: who writes does not know exactly what the others want, so that a draft may
/// cross a wall. One normal draw an issue.
pub(crate) fn misdraft(setting: Setting<'_>, draws: &mut Stream, text: &mut [f64]) {
    let globals = setting.world.globals();
    let spread = match globals.style {
        Some(MediationStyle::Facilitation) => globals.formulation_error * FACILITATED_ERROR,
        Some(MediationStyle::Formulation) | None => globals.formulation_error,
    };
    for &k in &setting.table.draft_order {
        text[k] = (text[k] + spread * draws.normal()).clamp(0.0, 1.0);
    }
}
