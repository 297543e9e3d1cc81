//! One history: everything that changes, and the order in which things happen.

use zopa::engine::Trial;
use zopa::model::{Fate, Party, Scenario, When};
use zopa::stream::{Purpose, Seed, Stream, StreamKey};

use super::interim::{InForce, Step, steps};
use super::prospect::Outlook;
use super::talks::Tabled;
use super::world::{Player, World};

/// What is due next; on a tie the first of these comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Pledge(usize),
    Event(usize),
    Turn,
    Votes,
    InterimEnds,
    RoundEnds,
    Summit,
    Try,
}

/// A Poisson clock.
#[derive(Clone, Debug)]
struct Clock {
    stream: Stream,
    rate: f64,
    next: f64,
}

impl Clock {
    fn new(stream: Stream, rate: f64) -> Self {
        let mut clock = Self { stream, rate, next: 0.0 };
        clock.wait();
        clock
    }

    fn wait(&mut self) {
        let wait = self.stream.exponential();
        self.next = if self.rate > 0.0 { self.next + wait / self.rate } else { f64::INFINITY };
    }

    /// Another rate from now on: what is left of the wait counts for as many ticks as before.
    fn change(&mut self, now: f64, rate: f64) {
        if (rate - self.rate).abs() == 0.0 {
            return;
        }
        let ticks = (self.next - now) * self.rate;
        let ticks = if ticks.is_finite() { ticks } else { self.stream.exponential() };
        self.rate = rate;
        self.next = if rate > 0.0 { now + ticks / rate } else { f64::INFINITY };
    }
}

/// The streams of a history that are drawn from as it goes.
#[derive(Clone, Debug)]
pub(crate) struct Streams {
    pub(crate) draft: Stream,
    pub(crate) collapse: Stream,
    pub(crate) votes: Vec<Stream>,
    /// Whether one mood sways all blocs of a party, and then bloc by bloc.
    pub(crate) blocs: Vec<Vec<Stream>>,
    pub(crate) conduct: Vec<Stream>,
    events_again: Vec<Stream>,
    front: Stream,
}

impl Streams {
    fn open(scenario: &Scenario, seed: Seed, trial: Trial) -> Self {
        let own = |purpose, name: &str| {
            StreamKey::new(seed, purpose, name).history(trial.world, trial.history)
        };
        Self {
            draft: own(Purpose::Draft, ""),
            collapse: own(Purpose::Collapse, ""),
            votes: scenario.parties.iter().map(|p| own(Purpose::Vote, &p.id)).collect(),
            blocs: scenario
                .parties
                .iter()
                .map(|p| {
                    let blocs = p.ratification.as_ref().and_then(|home| home.vote.blocs());
                    let blocs = blocs.map_or(&[][..], |blocs| &blocs.blocs).iter();
                    let names = blocs.map(|bloc| format!("{}/{}", p.id, bloc.id));
                    let names = std::iter::once(p.id.clone()).chain(names);
                    names.map(|name| own(Purpose::Bloc, &name)).collect()
                })
                .collect(),
            conduct: scenario.parties.iter().map(|p| own(Purpose::Conduct, &p.id)).collect(),
            events_again: scenario
                .events
                .iter()
                .map(|event| own(Purpose::EventAgain, &event.id))
                .collect(),
            front: own(Purpose::Front, ""),
        }
    }
}

/// What has happened so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// Texts tabled.
    pub(crate) texts: usize,
    /// The package that came nearest to being signed.
    pub(crate) nearest: Option<Tabled>,
    pub(crate) summit_at: Option<f64>,
    /// Every halt of the fighting by agreement, from when until when.
    pub(crate) truces: Vec<(f64, f64)>,
    /// What became of interim deals: which, what, and when.
    pub(crate) fates: Vec<(usize, Fate, f64)>,
    pub(crate) first_signed: Option<(f64, Vec<f64>)>,
    /// From every signature until its votes: the guns are silent.
    pub(crate) silences: Vec<(f64, f64)>,
    /// What each signatory of the package signed first, or of the one ratified, then thought of it: the
    /// party, V, W, S, what it was paid, its bad faith, z, the votes, and what readiness and mood added.
    pub(crate) reasons: Vec<(usize, [f64; 8])>,
    /// Whose home front voted a package down last.
    pub(crate) vote_lost: Option<usize>,
    /// When, what, and for how many months.
    pub(crate) ratified: Option<(f64, Vec<f64>, f64)>,
    /// Who does not carry it out.
    pub(crate) defector: Option<usize>,
}

/// A signed package before the votes.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) at: f64,
    pub(crate) votes_at: f64,
    pub(crate) text: Vec<f64>,
    pub(crate) imposed: bool,
    pub(crate) reasons: Vec<(usize, [f64; 8])>,
}

/// A history as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Play<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) draws: Vec<f64>,
    pub(crate) seed: Seed,
    pub(crate) trial: Trial,
    /// The world as the file has it, and as events and the war have left it.
    pub(crate) stated: World,
    pub(crate) world: World,
    /// Believed drift m of each party, and the months n it rests on.
    pub(crate) beliefs: Vec<f64>,
    pub(crate) evidence: f64,
    pub(crate) steps: Vec<Step>,
    pub(crate) in_force: Vec<InForce>,
    /// Renewals asked for.
    pub(crate) renewals: usize,
    /// When the last vote was lost; no deal ends before.
    pub(crate) resumed: f64,
    pub(crate) pledged: Vec<bool>,
    /// ε of each party.
    pub(crate) readiness: Vec<f64>,
    /// Number of turns of the pen, the first holder's included.
    pub(crate) pen: usize,
    pub(crate) pledge_at: Vec<f64>,
    pub(crate) event_at: Vec<f64>,
    pub(crate) streams: Streams,
    pub(crate) seen: Seen,
    tries: Clock,
    invitations: Option<Clock>,
    pub(crate) event_due: Vec<f64>,
    /// Of an event that hangs on a condition that does not hold: what is left of its wait.
    pub(crate) left: Vec<Option<f64>>,
    /// What each party has conceded for good.
    pub(crate) conceded: Vec<f64>,
    pub(crate) now: f64,
    /// What is reckoned with, party by party, where something is announced.
    pub(crate) outlook: Vec<Outlook>,
    turn_at: f64,
    momentum_until: f64,
    pub(crate) setback_until: f64,
    pub(crate) signed: Option<Signed>,
    /// Rounds over.
    round: usize,
}

/// A waiting time at a rate; for ever at none.
fn wait_at(rate: f64, stream: &mut Stream) -> f64 {
    let wait = stream.exponential();
    if rate > 0.0 { wait / rate } else { f64::INFINITY }
}

impl<'a> Play<'a> {
    /// The as-of date.
    pub(crate) fn begin(scenario: &'a Scenario, draws: &[f64], seed: Seed, trial: Trial) -> Self {
        let world = World::new(scenario, draws);
        let shared = |purpose, name: &str| {
            StreamKey::new(seed, purpose, name).world(trial.world, trial.history)
        };
        let clock = |purpose, rate| {
            let stream = StreamKey::new(seed, purpose, "").history(trial.world, trial.history);
            Clock::new(stream, rate)
        };
        let first_time = |e: usize| {
            let mut stream = shared(Purpose::EventFirst, &scenario.events[e].id);
            world.event_dates[e].unwrap_or_else(|| wait_at(world.event_rates[e], &mut stream))
        };
        let mut event_at: Vec<f64> = (0..scenario.events.len()).map(first_time).collect();
        let mut event_due = event_at.clone();
        let mut left = vec![None; event_at.len()];
        for (e, event) in scenario.events.iter().enumerate() {
            if event.when.condition().is_some() {
                left[e] = Some(event_at[e]);
                (event_at[e], event_due[e]) = (f64::INFINITY, f64::INFINITY);
            }
        }
        let readiness = |i: usize| {
            let draw = shared(Purpose::Readiness, &scenario.parties[i].id).logistic();
            world.players[i].readiness_spread * draw
        };
        let parties = 0..scenario.parties.len();
        let first_holder =
            shared(Purpose::Pen, "").uniform() * scenario.principals().count() as f64;
        let mut play = Self {
            scenario,
            draws: draws.to_vec(),
            seed,
            trial,
            beliefs: first_beliefs(scenario, &world),
            evidence: 24.0,
            steps: steps(scenario, draws),
            in_force: Vec::new(),
            renewals: 0,
            resumed: 0.0,
            pledged: vec![false; scenario.parties.len()],
            readiness: parties.map(readiness).collect(),
            pen: first_holder.floor() as usize,
            pledge_at: pledge_times(scenario, &world, seed, trial),
            streams: Streams::open(scenario, seed, trial),
            seen: Seen::default(),
            tries: clock(Purpose::Try, 0.0),
            invitations: None,
            event_due,
            left,
            conceded: vec![0.0; scenario.parties.len()],
            now: 0.0,
            outlook: Vec::new(),
            turn_at: f64::INFINITY,
            event_at,
            momentum_until: f64::NEG_INFINITY,
            setback_until: f64::NEG_INFINITY,
            signed: None,
            round: 0,
            stated: world.clone(),
            world,
        };
        play.tries = clock(Purpose::Try, play.try_rate(0.0));
        if scenario.summit.is_some() {
            play.invitations = Some(clock(Purpose::Summit, play.invitation_rate()));
        }
        play.turn_at = play.next_turn(0.0);
        play.look_ahead();
        play
    }

    /// Everything that may come next, and when.
    fn next_due(&self) -> (f64, Due) {
        let mut due = vec![(self.round_end(self.round + 1), Due::RoundEnds)];
        due.push((self.tries.next, Due::Try));
        due.push((self.turn_at, Due::Turn));
        due.extend(self.invitations.as_ref().map(|clock| (clock.next, Due::Summit)));
        match &self.signed {
            Some(signed) => due.push((signed.votes_at, Due::Votes)),
            None => due.extend(
                self.in_force
                    .iter()
                    .map(|deal| (deal.ends_at().max(self.resumed), Due::InterimEnds)),
            ),
        }
        due.extend(self.event_due.iter().enumerate().map(|(e, &at)| (at, Due::Event(e))));
        let pledges = self.pledge_at.iter().enumerate().filter(|(j, _)| !self.pledged[*j]);
        due.extend(pledges.map(|(j, &at)| (at, Due::Pledge(j))));
        due.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        due[0]
    }

    fn round_end(&self, round: usize) -> f64 {
        self.scenario.clock.horizon * round as f64 / self.scenario.clock.rounds as f64
    }

    /// Plays to a ratified package or the horizon.
    pub(crate) fn run(&mut self) {
        while self.seen.ratified.is_none() && self.round < self.scenario.clock.rounds {
            self.mind_conditions(self.now);
            let (t, due) = self.next_due();
            self.now = t;
            self.look_ahead();
            match due {
                Due::Pledge(j) => self.pledged[j] = true,
                Due::Event(e) => {
                    self.happen(e, t);
                    self.look_ahead();
                    self.event_due[e] = self.due_again(e, t);
                    self.turn(t);
                }
                Due::Turn => self.turn(t),
                Due::Votes => self.go_home(),
                Due::InterimEnds => self.end_step(t),
                Due::RoundEnds => self.end_round(t),
                Due::Summit => self.invite(t),
                Due::Try => self.try_text(t),
            }
        }
        // What was signed in time goes home all the same.
        self.go_home();
    }

    /// Texts are tried, and leaders invited, at other rates.
    fn turn(&mut self, t: f64) {
        let (tries, invitations) = (self.try_rate(t), self.invitation_rate());
        self.tries.change(t, tries);
        if let Some(clock) = &mut self.invitations {
            clock.change(t, invitations);
        }
        self.turn_at = self.next_turn(t);
    }

    fn go_home(&mut self) {
        if let Some(signed) = self.signed.take() {
            self.vote(&signed);
        }
    }

    fn due_again(&mut self, e: usize, t: f64) -> f64 {
        let event = &self.scenario.events[e];
        match event.when {
            When::Rate(_) | When::RateWhile(..) if !event.once => {
                t + wait_at(self.world.event_rates[e], &mut self.streams.events_again[e])
            }
            _ => f64::INFINITY,
        }
    }

    /// The line moves by what was fought, all at war learn from it, and cohesion settles.
    fn end_round(&mut self, t: f64) {
        let luck = self.streams.front.normal();
        if let Some(k) = self.scenario.front_issue() {
            let fought = self.months_fought(self.round_end(self.round), t);
            let before = self.line();
            let step = self.world.drift * fought + self.world.noise * fought.sqrt() * luck;
            let after = (before + step).clamp(0.0, 1.0);
            self.world.status_quo[k] = Some(after);
            for i in self.belligerents() {
                let surprise = after - before - self.beliefs[i] * fought;
                self.beliefs[i] += surprise / (self.evidence + fought);
            }
            self.evidence += fought;
        }
        self.drift_cohesion(t);
        self.round += 1;
    }

    /// Months between two times in which no truce was in force.
    fn months_fought(&self, from: f64, to: f64) -> f64 {
        if self.belligerents().is_empty() {
            return 0.0;
        }
        let pending = self.signed.as_ref().map(|signed| (signed.at, f64::INFINITY));
        let mut quiet: Vec<(f64, f64)> = self.seen.truces.clone();
        quiet.extend(self.seen.silences.iter().copied().chain(pending));
        quiet.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut fought, mut at) = (0.0, from);
        for (begun, broken) in quiet {
            fought += (begun.min(to) - at).max(0.0);
            at = at.max(broken);
        }
        fought + (to - at).max(0.0)
    }

    /// The named leaders are invited.
    fn invite(&mut self, t: f64) {
        let scenario = self.scenario;
        let (Some(clock), Some(summit)) = (&mut self.invitations, &scenario.summit) else {
            return;
        };
        let (mark, ripe_mark) = (clock.stream.uniform(), clock.stream.uniform());
        clock.wait();
        if self.signed.is_some() || mark >= self.summit_acceptance(&summit.parties, t) {
            return;
        }
        self.seen.summit_at.get_or_insert(t);
        self.momentum_until = t + 3.0;
        if ripe_mark < self.ripeness(t) {
            self.raise_trust(&summit.parties);
            self.table_text(t);
        } else {
            self.lower_trust(&summit.parties);
        }
    }

    /// A try at a text.
    fn try_text(&mut self, t: f64) {
        let mark = self.tries.stream.uniform();
        self.tries.wait();
        let mark = if t < self.momentum_until { mark } else { mark * 1.5 };
        let mark = if t < self.setback_until { mark * 1.5 } else { mark };
        let mark = mark / self.rush(t);
        if self.signed.is_none() && mark < self.ripeness(t) {
            self.table_text(t);
        }
    }
}

/// When each pledge is made.
fn pledge_times(scenario: &Scenario, world: &World, seed: Seed, trial: Trial) -> Vec<f64> {
    let time = |(party, player): (&Party, &Player)| {
        let key = StreamKey::new(seed, Purpose::Pledge, &party.id);
        let mut stream = key.world(trial.world, trial.history);
        player.pledge_date.unwrap_or_else(|| wait_at(player.pledge_rate, &mut stream))
    };
    scenario.parties.iter().zip(&world.players).map(time).collect()
}

/// The believed drifts at first: what the war terms say of the line, a month.
fn first_beliefs(scenario: &Scenario, world: &World) -> Vec<f64> {
    let belief = |player: &Player| {
        let k = scenario.front_issue()?;
        Some((player.war.as_ref()?.terms[k] - world.status_quo[k]?) / 12.0)
    };
    world.players.iter().map(|player| belief(player).unwrap_or(0.0)).collect()
}
