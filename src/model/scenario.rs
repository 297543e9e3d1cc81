//! The scenario as a whole.

use jiff::Span;
use jiff::civil::Date;

use super::{
    Clock, Dependence, Event, Input, InputId, Interim, Issue, IssueEffect, MONTH_DAYS, Outside,
    Party, Process, Question, Role, Talks, path,
};

/// A scenario, valid by construction.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scenario {
    /// Plain name.
    pub title: String,
    /// The date at which the world was frozen; time counts from here.
    pub as_of: Date,
    /// The rules by which the parties talk.
    pub process: Process,
    /// Horizon and rounds. With alternating offers a month is a round.
    pub clock: Clock,
    /// Every number of the scenario, in the order of the file; ids index it.
    pub inputs: Vec<Input>,
    /// Which of them hang together, where any do.
    pub dependence: Option<Dependence>,
    /// The issues, in the order of the file; at least one.
    pub issues: Vec<Issue>,
    /// The parties, in the order of the file; at least two principals.
    pub parties: Vec<Party>,
    /// Trust of every pair.
    pub trust: Trust,
    /// The model's own numbers.
    pub constants: Constants,
    /// The battlefield, where there is a front-line issue.
    pub front: Option<Front>,
    /// Who drafts.
    pub mediation: Mediation,
    /// The meeting of leaders, where one is foreseen.
    pub summit: Option<Summit>,
    /// Where and since when they talk, and by when they have to be done.
    pub talks: Talks,
    /// The guarantors together.
    pub coalition: Coalition,
    /// What is known of how long such deals last.
    pub durability: Durability,
    /// The interim deals of the file, in its order. Where none of them settles the issue that halts the
    /// fighting, a ceasefire alone is one more: see [`Scenario::bare_ceasefire`].
    pub interims: Vec<Interim>,
    /// What may happen.
    pub events: Vec<Event>,
    /// What is asked.
    pub questions: Vec<Question>,
    /// Rival codings in the same file.
    pub variants: Vec<Variant>,
    /// blake3 of everything that decides the numbers, as 64 hex digits.
    pub fingerprint: String,
}

impl Scenario {
    /// The likeliest shape of the loss.
    pub fn likely_loss(&self) -> Loss {
        Loss::of(self.inputs[self.constants.loss.index()].prior.mode())
    }

    /// Does the home front of some principal have a say in what is signed?
    pub fn has_votes(&self) -> bool {
        self.principals().any(|i| self.parties[i].ratification.is_some())
    }

    /// May some principal sign what it does not carry out?
    pub fn has_bad_faith(&self) -> bool {
        let prior = |i: usize| &self.inputs[self.parties[i].good_faith.index()].prior;
        self.principals().any(|i| prior(i).support().0 < 1.0)
    }

    /// The day nearest to so many months after the as-of date; `None` past the end of the calendar.
    pub fn date_after(&self, months: f64) -> Option<Date> {
        self.days_on((months * MONTH_DAYS).round())
    }

    /// The day on which it is so many months after the as-of date; `None` past the end of the calendar.
    pub fn day_of(&self, months: f64) -> Option<Date> {
        self.days_on((months * MONTH_DAYS).floor())
    }

    fn days_on(&self, days: f64) -> Option<Date> {
        let span = Span::new().try_days(days as i64).ok()?;
        self.as_of.checked_add(span).ok()
    }

    /// The index of the issue with an effect, if any.
    pub fn issue_with(&self, matches: impl Fn(IssueEffect) -> bool) -> Option<usize> {
        self.issues.iter().position(|issue| matches(issue.effect))
    }

    /// The front-line issue, if any.
    pub fn front_issue(&self) -> Option<usize> {
        self.issue_with(|effect| matches!(effect, IssueEffect::FrontLine))
    }

    /// The guarantee issue, if any.
    pub fn guarantee_issue(&self) -> Option<usize> {
        self.issue_with(|effect| matches!(effect, IssueEffect::Guarantee { .. }))
    }

    /// The issue that sequences the ceasefire, if any.
    pub fn ceasefire_issue(&self) -> Option<usize> {
        self.issue_with(|effect| matches!(effect, IssueEffect::HaltsFighting { .. }))
    }

    /// The issue of which the ceasefire alone is an interim deal of its own: the one that halts the
    /// fighting, where no interim deal of the file settles it. Wherever interim deals are numbered, this
    /// one comes after those of the file.
    pub fn bare_ceasefire(&self) -> Option<usize> {
        let issue = self.ceasefire_issue()?;
        (!self.interims.iter().any(|interim| interim.settles_issue(issue))).then_some(issue)
    }

    /// Indices of the principals, in file order.
    pub fn principals(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.parties.len()).filter(|&i| self.parties[i].role == Role::Principal)
    }

    /// Indices of the principals at war, in file order.
    pub fn belligerents(&self) -> impl Iterator<Item = usize> + '_ {
        self.principals().filter(|&i| matches!(self.parties[i].outside, Outside::War { .. }))
    }

    /// The party with this id.
    pub fn party_index(&self, id: &str) -> Option<usize> {
        self.parties.iter().position(|party| party.id == id)
    }

    /// The issue with this id.
    pub fn issue_index(&self, id: &str) -> Option<usize> {
        self.issues.iter().position(|issue| issue.id == id)
    }

    /// The input with this path, by today's names or former ones.
    pub fn input_id(&self, path: &str) -> Option<InputId> {
        let path = path::current(path);
        self.inputs.iter().position(|input| input.path == path).map(InputId::new)
    }

    /// Ids of the inputs the author is not sure of, in the order of the file.
    pub fn uncertain_inputs(&self) -> impl Iterator<Item = InputId> + '_ {
        (0..self.inputs.len())
            .filter(|&index| self.inputs[index].prior.is_uncertain())
            .map(InputId::new)
    }

    /// Does this input hang together with others?
    pub fn hangs_together(&self, input: InputId) -> bool {
        self.dependence.as_ref().is_some_and(|dependence| dependence.holds(input))
    }

    /// How many numbers the file states, and how many of those it is not sure of. Those of the format's
    /// defaults that are uncertain are not the file's.
    pub fn stated_inputs(&self) -> (usize, usize) {
        let stated = self.inputs.iter().filter(|input| input.provenance.stated);
        let uncertain = stated.clone().filter(|input| input.prior.is_uncertain());
        (stated.count(), uncertain.count())
    }
}

/// Trust τ ∈ [0, 1] of every unordered pair of parties.
#[derive(Clone, Debug, PartialEq)]
pub struct Trust {
    parties: usize,
    pairs: Vec<InputId>,
}

impl Trust {
    /// `pairs` in the order (0,1), (0,2), …, (1,2), …; n·(n−1)/2 of them.
    pub(crate) fn new(parties: usize, pairs: Vec<InputId>) -> Self {
        debug_assert_eq!(pairs.len(), parties * parties.saturating_sub(1) / 2);
        Self { parties, pairs }
    }

    /// The input of the pair, in either order.
    ///
    /// # Panics
    /// When `i == j`.
    #[inline]
    pub fn pair(&self, i: usize, j: usize) -> InputId {
        assert_ne!(i, j, "a party has no trust in itself");
        let (low, high) = (i.min(j), i.max(j));
        self.pairs[low * self.parties - low * (low + 1) / 2 + (high - low - 1)]
    }
}

/// The model's own numbers: global, calibrated once, never tuned to a case. All are inputs, so
/// that a run can show how far each moves the odds.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Constants {
    /// ω ∈ [0, 1]: how far stated limits are to be believed (`model.stated_limits_weight`).
    pub stated_limits_weight: InputId,
    /// φ: tries at a text a month, before style and momentum (`model.text_rate`).
    pub text_rate: InputId,
    /// Standard deviation of the formulation error, in [0, 1] units (`model.formulation_error`).
    pub formulation_error: InputId,
    /// Base rate of a summit a month (`model.summit_base`).
    pub summit_base: InputId,
    /// Scale of the durability of deals, in years (`model.durability_scale`).
    pub durability_scale: InputId,
    /// u: log of how much longer than the data's deals this world's last
    /// (`model.durability_spread`, uniform on 0–1.5).
    pub durability_spread: InputId,
    /// c ≥ 0: what it costs a leader, in value, to have signed what its own home front turns down
    /// (`model.defection_cost`).
    pub defection_cost: InputId,
    /// Standard deviation with which others misjudge a home front's approval
    /// (`model.home_front_error`).
    pub home_front_error: InputId,
    /// γ, 1 or 2: the shape of the loss in distance (`model.loss`; 2 in one world of ten unless stated).
    pub loss: InputId,
    /// b ≥ 0 of every principal that states none (`model.betrayal_loss`).
    pub betrayal_loss: InputId,
    /// σ ≥ 0 of every party that states none (`model.readiness_spread`).
    pub readiness_spread: InputId,
    /// h ≥ 0 of every party that states none (`model.breach_hazard`).
    pub breach_hazard: InputId,
}

/// Shape of the loss in distance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loss {
    /// γ = 1.
    #[default]
    Linear,
    /// γ = 2.
    Quadratic,
}

impl Loss {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Linear, Self::Quadratic];

    /// The shape of γ.
    #[inline]
    pub fn of(gamma: f64) -> Self {
        if gamma < 1.5 { Self::Linear } else { Self::Quadratic }
    }

    /// γ.
    pub fn gamma(self) -> f64 {
        match self {
            Self::Linear => 1.0,
            Self::Quadratic => 2.0,
        }
    }

    /// The word of scenario files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Quadratic => "quadratic",
        }
    }
}

/// How the line moves while fighting lasts, in points of its issue's scale.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Front {
    /// True drift μ, points a month.
    pub drift: InputId,
    /// Noise s, points per square root of a month; ≥ 0.
    pub noise: InputId,
}

/// Who drafts.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mediation {
    /// A mediator's style, or `None`: the principals hold the pen in turn.
    pub style: Option<MediationStyle>,
    /// Extra weight of a principal that holds the pen; ≥ 0.
    pub pen: InputId,
}

/// How a mediator works (Touval & Zartman 1985; Bercovitch).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediationStyle {
    /// Carries messages and clears up misunderstandings: drafts hit the mark more often.
    Facilitation,
    /// Puts texts on the table: more tries.
    Formulation,
}

impl MediationStyle {
    /// Every style.
    pub const ALL: [Self; 2] = [Self::Facilitation, Self::Formulation];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Facilitation => "facilitation",
            Self::Formulation => "formulation",
        }
    }
}

/// A meeting of named principals.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Summit {
    /// Who would meet: indices of principals, at least two.
    pub parties: Vec<usize>,
    /// The mediator's push, in log rate.
    pub push: InputId,
    /// Reluctance, in log rate, one for each of `parties`.
    pub reluctance: Vec<InputId>,
}

/// The guarantors together.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Coalition {
    /// Cohesion on the as-of date, in [0, 1].
    pub cohesion: InputId,
    /// Credibility of what is delivered, ≥ 0.
    pub credibility: InputId,
    /// What time takes off the cohesion the members' positions allow, in [0, 1].
    pub fatigue: InputId,
}

/// What is known of how long such deals last.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Durability {
    /// The pair's record, in log hazard.
    pub record: InputId,
    /// Are peacekeepers to be deployed?
    pub peacekeepers: bool,
}

/// A rival coding in the same file. Its changes are applied when the file is loaded with its name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Variant {
    /// The key.
    pub id: String,
    /// In words.
    pub title: String,
}
