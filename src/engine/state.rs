//! Everything that changes during one history. Buffers are kept from history to history, so that
//! playing one allocates nothing.

use super::foresight::Outlook;
use super::interim::Standing;
use super::prospect::{Ahead, Prospect};
use super::signature::Signature;
use super::table::Table;
use super::text::Texts;
use super::win_set::WinSets;
use super::world::World;
use crate::model::{Fate, PaymentTime};
use crate::solution::bargain::Payment;
use crate::stream::{MAX_HISTORIES, MAX_WORLDS, Stream};

/// What has happened so far, for whoever counts afterwards. Times in months since `as_of`;
/// infinite for what did not happen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// A text was tabled.
    pub talks: bool,
    /// The leaders' first meeting.
    pub summit_at: f64,
    /// The first interim deal that halts the fighting: a ceasefire alone, or more.
    pub truce_at: f64,
    /// The first package signed.
    pub signed_at: f64,
    /// The package that was ratified: when it came into force. After the horizon where the votes on a
    /// package signed in time are held later.
    pub ratified_at: f64,
    /// … after how many months it collapses, or the bare truce that is left of it where it is not carried
    /// out …
    pub holds_for: f64,
    /// … and the first principal, by the order of the file, who does not carry it out.
    pub defector: Option<usize>,
    /// Terms of the package signed first, or of the one ratified, on [0, 1].
    pub terms: Vec<f64>,
    /// What each signatory of that package thought of it when it signed.
    pub signatures: Vec<Signature>,
    /// When each party's pledge is made.
    pub pledge_at: Vec<f64>,
    /// When each event happens first.
    pub event_at: Vec<f64>,
    /// When each interim deal first met each fate, in the order of [`Fate::ALL`].
    pub interims: Vec<[f64; Fate::ALL.len()]>,
    /// Value of the outcome to each party: of the terms in force or, without any, of its
    /// alternative at the end.
    pub values: Vec<f64>,
    /// Texts tabled.
    pub texts: usize,
}

impl Record {
    /// Is a package in force that everybody carries out?
    pub fn carried_out(&self) -> bool {
        self.ratified_at.is_finite() && self.defector.is_none()
    }

    /// Nothing has happened yet; what is dealt to a history at once is left to its dealer.
    pub(crate) fn begin(&mut self) {
        self.talks = false;
        self.summit_at = f64::INFINITY;
        self.truce_at = f64::INFINITY;
        self.signed_at = f64::INFINITY;
        self.ratified_at = f64::INFINITY;
        self.holds_for = 0.0;
        self.defector = None;
        self.terms.clear();
        self.signatures.clear();
        self.texts = 0;
    }
}

/// The text that came nearest to being signed by all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nearest {
    /// The least worth of anybody's name, min_i ẑ_i; −∞ before any text.
    pub(crate) gain: f64,
    /// Whose.
    pub(crate) party: usize,
    /// What it would be if no home front voted, min_i (z_i + ε_i).
    pub(crate) but_for_votes: f64,
    /// The home front that looked likeliest to vote it down.
    pub(crate) doubted: Option<usize>,
    /// The first red line it crossed of those who had to agree, as (party, issue).
    pub(crate) crossed: Option<(usize, usize)>,
    pub(crate) text: Vec<f64>,
}

/// The least of what a text brings anybody who must sign it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Least {
    /// min_i ẑ_i, readiness included.
    pub(crate) gain: f64,
    /// Whose.
    pub(crate) party: usize,
    /// min_i (z_i + ε_i): the same if no home front voted.
    pub(crate) but_for_votes: f64,
}

impl Default for Least {
    fn default() -> Self {
        Self { gain: f64::INFINITY, party: 0, but_for_votes: f64::INFINITY }
    }
}

impl Least {
    pub(crate) fn take(&mut self, party: usize, gain: f64, but_for_votes: f64) {
        if gain < self.gain {
            (self.gain, self.party) = (gain, party);
        }
        self.but_for_votes = self.but_for_votes.min(but_for_votes);
    }
}

/// A signed package that waits for the votes at home.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    /// When they are held.
    pub(crate) at: f64,
    /// Would some principal have refused without its side payment?
    pub(crate) imposed: bool,
}

/// A party's answers: its stream, opened when first needed, and how many draws it has given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) stream: Option<Stream>,
    pub(crate) taken: usize,
}

/// The state of one history.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// What has happened so far.
    pub record: Record,
    pub(crate) trial: Trial,

    // The battlefield and what is believed of it.
    pub(crate) line: f64,
    pub(crate) drift: f64,
    /// Months of fighting that beliefs rest on, n.
    pub(crate) evidence: f64,
    /// Believed drift m, party by party (used for belligerents).
    pub(crate) beliefs: Vec<f64>,
    /// Months fought in the current round, up to `fighting_since`.
    pub(crate) fought: f64,
    pub(crate) fighting_since: f64,
    /// War cost κ as events have left it, before interim deals ease it.
    pub(crate) costs: Vec<f64>,
    /// What everybody reckons with, party by party, and working space for it.
    pub(crate) prospects: Vec<Prospect>,
    pub(crate) ahead: Ahead,

    // The interim deals.
    pub(crate) standing: Vec<Standing>,
    /// When the first of those in force ends; infinite while there is none.
    pub(crate) interim_ends: f64,
    /// Does one of them halt the fighting?
    pub(crate) halted: bool,
    /// The factor of those in force on κ, party by party.
    pub(crate) eased: Vec<f64>,
    /// What they add to the value of no deal, party by party.
    pub(crate) relieved: Vec<f64>,
    /// Their factor on ripeness.
    pub(crate) urgency: f64,
    /// How many renewals were asked for.
    pub(crate) renewals_asked: usize,
    /// When a vote was lost last: the guns were silent until then, and no interim deal ended.
    pub(crate) resumed: f64,

    // Relations.
    pub(crate) trust: Vec<f64>,
    /// Mean trust of each party in the (other) principals.
    pub(crate) mean_trust: Vec<f64>,
    /// exp(−0.8 (mean trust − ½)), party by party.
    pub(crate) distrust: Vec<f64>,
    pub(crate) leverage: Vec<f64>,
    /// Side payment y to each party.
    pub(crate) paid: Vec<Payment>,

    // The guarantors.
    pub(crate) cohesion: f64,
    pub(crate) credibility: f64,
    pub(crate) pledged: Vec<bool>,
    /// min(1, Σ a_j m_j) over the pledges made.
    pub(crate) contribution: f64,
    /// … and without each party's pledge.
    pub(crate) contribution_without: Vec<f64>,
    /// Does `contribution_without` match the pledges made?
    pub(crate) consents_settled: bool,

    // Positions.
    pub(crate) limits: Vec<f64>,
    pub(crate) limit_loss_rest: Vec<f64>,
    /// The mean text where an event has moved a limit; until then the world's serves.
    pub(crate) own_texts: Texts,
    pub(crate) limits_moved: bool,

    // Noise.
    /// Resolve ε, party by party.
    pub(crate) readiness: Vec<f64>,
    pub(crate) answers: Vec<Answers>,
    pub(crate) votes: Vec<Answers>,
    /// Those of blocs, as their keys are listed.
    pub(crate) bloc_votes: Vec<Answers>,
    pub(crate) conduct: Vec<Answers>,
    pub(crate) renewals: Vec<Answers>,
    pub(crate) collapse: Answers,
    pub(crate) draft: Answers,

    // A person in one of the seats.
    /// How many answers it was asked for.
    pub(crate) asked: usize,
    /// What it pushes for, issue by issue.
    pub(crate) demands: Vec<Option<f64>>,
    pub(crate) demands_taken: usize,

    // The talks.
    /// When each event is due next.
    pub(crate) next_event: Vec<f64>,
    pub(crate) event_draws: Vec<Answers>,
    /// Of events that hang on a condition: does their clock run, and what is left of the wait where not.
    pub(crate) running: Vec<bool>,
    pub(crate) waits: Vec<f64>,
    /// When texts are tried at another rate next, by what is dated.
    pub(crate) turn_at: f64,
    /// Position in `Table::pen_order` of who holds the pen.
    pub(crate) pen: usize,
    /// Until when a summit lends momentum to the tries.
    pub(crate) momentum_until: f64,
    pub(crate) nearest: Nearest,
    /// What those who have said yes to the text on the table think of it.
    pub(crate) signing: Vec<Signature>,
    /// The principal whose home front voted a text down last.
    pub(crate) vote_lost: Option<usize>,
    /// Until when a lost vote slows the tries.
    pub(crate) setback_until: f64,
    /// The package that waits for the votes, in `signed`.
    pub(crate) pending: Option<Pending>,
    pub(crate) signed: Vec<f64>,
    /// What the principals' home fronts would make of the text last looked at.
    pub(crate) outlooks: Vec<Outlook>,

    // Working space.
    /// How strongly each interim deal is called for.
    pub(crate) strengths: Vec<f64>,
    /// Pressure to talk of each belligerent, for ripeness.
    pub(crate) pressures: Vec<f64>,
    pub(crate) own_concessions: Vec<f64>,
    pub(crate) concessions: Vec<f64>,
    pub(crate) text: Vec<f64>,
    pub(crate) win_sets: WinSets,
}

/// Which history: a trial is one history in one world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Number of the world.
    pub world: u64,
    /// Number of the history within its world.
    pub history: u64,
}

impl Trial {
    /// The trial of this number where a world has so many histories; `None` beyond the last world that has
    /// draws of its own.
    pub fn numbered(number: u64, histories: u64) -> Option<Self> {
        let world = number.checked_div(histories)?;
        let sound = world < MAX_WORLDS && histories <= MAX_HISTORIES;
        sound.then(|| Self { world, history: number % histories })
    }
}

fn refill<T: Copy>(buffer: &mut Vec<T>, values: impl Iterator<Item = T>) {
    buffer.clear();
    buffer.extend(values);
}

impl State {
    /// Sets the state to the as-of date of a world. The noise of the history is drawn by
    /// [`super::noise::Noise::deal`].
    pub(crate) fn begin(&mut self, world: &World, trial: Trial) {
        let globals = &world.globals;
        let n = world.players.len();
        self.trial = trial;
        self.line = globals.line;
        self.drift = globals.drift;
        self.evidence = super::belief::PRIOR_EVIDENCE;
        refill(&mut self.beliefs, world.players.iter().map(|player| player.believed_drift));
        self.fought = 0.0;
        self.fighting_since = 0.0;
        refill(&mut self.costs, world.players.iter().map(|player| player.cost));
        self.standing.resize_with(world.interims.len(), Standing::default);
        self.standing.iter_mut().for_each(|standing| standing.stands = false);
        self.interim_ends = f64::INFINITY;
        self.halted = false;
        refill(&mut self.eased, (0..n).map(|_| 1.0));
        refill(&mut self.relieved, (0..n).map(|_| 0.0));
        self.urgency = 1.0;
        // Seldom used: opened anew only where it was.
        if self.renewals_asked > 0 || self.renewals.len() != n {
            self.renewals.clear();
            self.renewals.resize_with(n, Answers::default);
        }
        self.renewals_asked = 0;
        self.resumed = 0.0;
        self.trust.clone_from(&world.trust);
        self.mean_trust.clone_from(&world.mean_trust);
        self.distrust.clone_from(&world.distrust);
        refill(&mut self.leverage, world.leverage.iter().map(|payment| payment.value));
        refill(&mut self.prospects, world.prospects.iter().copied());
        self.cohesion = globals.cohesion;
        self.credibility = globals.credibility;
        refill(&mut self.pledged, (0..n).map(|_| false));
        self.contribution = 0.0;
        refill(&mut self.contribution_without, (0..n).map(|_| 0.0));
        self.consents_settled = true;
        refill(&mut self.limits, world.stakes.iter().map(|stake| stake.limit));
        self.limit_loss_rest.clone_from(&world.limit_loss_rest);
        self.limits_moved = false;
        self.answers.resize_with(n, Answers::default);
        self.votes.resize_with(n, Answers::default);
        self.conduct.resize_with(n, Answers::default);
        self.bloc_votes.resize_with(world.bloc_streams, Answers::default);
        self.event_draws.resize_with(world.event_rates.len(), Answers::default);
        let parties = self.answers.iter_mut().chain(&mut self.votes).chain(&mut self.conduct);
        let parties = parties.chain(&mut self.bloc_votes);
        let lazily_opened = [&mut self.collapse, &mut self.draft];
        for answers in parties.chain(&mut self.event_draws).chain(lazily_opened) {
            *answers = Answers::default();
        }
        self.turn_at = f64::INFINITY;
        self.momentum_until = 0.0;
        self.nearest.gain = f64::NEG_INFINITY;
        self.vote_lost = None;
        self.setback_until = 0.0;
        self.pending = None;
        self.asked = 0;
        self.demands.clear();
        self.demands_taken = 0;
        self.own_concessions.resize(n, 0.0);
        self.concessions.resize(n, 0.0);
        self.text.resize(world.issues, 0.0);
        self.record.begin();
        let never = [f64::INFINITY; Fate::ALL.len()];
        refill(&mut self.record.interims, world.interims.iter().map(|_| never));
        self.settle_side_payments(world);
    }

    /// Works out the side payments anew.
    pub(crate) fn settle_side_payments(&mut self, world: &World) {
        refill(&mut self.paid, world.players.iter().map(|_| Payment::NONE));
        for (payment, value) in world.leverage.iter().zip(&self.leverage) {
            let paid = &mut self.paid[payment.receiver];
            match payment.time {
                PaymentTime::WhileItHolds => paid.standing += value,
                PaymentTime::AtSignature => paid.at_signature += value,
            }
        }
    }

    /// Sets the events' clocks once their first times are dealt.
    pub(crate) fn open_events(&mut self, table: &Table<'_>) {
        self.next_event.clone_from(&self.record.event_at);
        if table.conditional.is_empty() {
            return;
        }
        // What was dealt to events that hang on a condition is a wait, and no clock of theirs runs yet.
        self.waits.clone_from(&self.record.event_at);
        refill(&mut self.running, self.waits.iter().map(|_| false));
        for &(event, _) in &table.conditional {
            self.next_event[event] = f64::INFINITY;
            self.record.event_at[event] = f64::INFINITY;
        }
    }

    /// κ as everybody reckons with it now: interim deals in force ease it.
    #[inline]
    pub(crate) fn cost(&self, party: usize) -> f64 {
        self.prospects[party].cost * self.eased[party]
    }
}
