//! What changes while the parties talk. Buffers are kept from history to history, so that playing one
//! allocates nothing.

use super::opponent::Frequencies;
use super::tactic::{Chance, Memory, Wanted};
use super::{View, World, error};
use crate::engine::Trial;

/// What a party may do in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take the standing offer.
    Accept,
    /// Offer this outcome instead.
    Offer(usize),
    /// End the talks without a deal.
    Walk,
}

/// Why an action cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Illegal {
    /// The talks are over.
    Over,
    /// There is no offer to take.
    NothingStands,
    /// It is one's own.
    OwnOffer,
    /// There is no outcome of that number.
    NoSuchOutcome,
}

/// The offer on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which outcome.
    pub outcome: usize,
    /// Whose it is.
    pub proposer: usize,
    /// How many have said yes to it, the proposer among them.
    pub yes: usize,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The round, counted from 0.
    pub round: usize,
    /// The party.
    pub party: usize,
}

/// How the talks ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// All said yes.
    Agreed {
        /// To this outcome.
        outcome: usize,
        /// After so many rounds, the last one counted: 1 in the first.
        rounds: usize,
        /// Who said the last yes.
        by: usize,
    },
    /// The rounds ran out.
    Deadline,
    /// A party left.
    WalkedAway {
        /// Who.
        party: usize,
        /// After so many rounds, the last one counted.
        rounds: usize,
    },
}

/// What is said at the table, for all to hear.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    pub(super) round: usize,
    pub(super) rounds: usize,
    pub(super) standing: Option<Standing>,
    /// The offers of each party, in order.
    pub(super) offers: Vec<Vec<u32>>,
    /// How many different ones.
    pub(super) different: Vec<usize>,
    pub(super) frequencies: Frequencies,
    /// `seen[party * outcomes + outcome]` is the history in which the party offered it last.
    seen: Vec<u32>,
    history: u32,
}

/// The talks of one history.
#[derive(Clone, Debug, Default)]
pub struct Talks {
    pub(super) heard: Heard,
    next: usize,
    closing: Option<Closing>,
    memories: Vec<Memory>,
    /// What each party whose tactic hangs on time alone wants, round by round, as far as it is known.
    plans: Vec<Vec<Wanted>>,
    trial: Trial,
    /// Is everything counted that people at the table may ask for?
    attended: bool,
}

impl Talks {
    /// Forgets what was worked out for another world.
    pub(super) fn enter(&mut self, world: &World) {
        self.plans.resize_with(world.parties(), Vec::new);
        self.plans.iter_mut().for_each(Vec::clear);
    }

    /// Counts also what no tactic asks for, so that people at the table may.
    pub(super) fn attend(&mut self) {
        self.attended = true;
    }

    /// Begins a history.
    pub(super) fn begin(&mut self, world: &World, trial: Trial) {
        let parties = world.parties();
        self.trial = trial;
        self.next = 0;
        self.closing = None;
        let heard = &mut self.heard;
        heard.round = 0;
        heard.rounds = world.rounds;
        heard.standing = None;
        heard.offers.resize_with(parties, Vec::new);
        heard.offers.iter_mut().for_each(Vec::clear);
        if world.learns || self.attended {
            heard.frequencies.clear(parties, &world.outcomes);
        }
        if world.counts_offers || self.attended {
            heard.different.clear();
            heard.different.resize(parties, 0);
            heard.history = heard.history.wrapping_add(1);
            let size = parties * world.outcomes.len();
            if heard.seen.len() != size || heard.history == 0 {
                heard.seen.clear();
                heard.seen.resize(size, 0);
                heard.history = 1;
            }
        }
        self.memories.resize_with(parties, Memory::default);
        self.memories.iter_mut().for_each(Memory::clear);
    }

    /// Whose turn it is; `None` when the talks are over.
    #[inline]
    pub fn turn(&self) -> Option<Turn> {
        let open = self.closing.is_none();
        open.then_some(Turn { round: self.heard.round, party: self.next })
    }

    /// How the talks ended; `None` while they go on.
    pub fn closing(&self) -> Option<Closing> {
        self.closing
    }

    /// The offer on the table.
    pub fn standing(&self) -> Option<Standing> {
        self.heard.standing
    }

    /// What a party has offered so far, in order.
    pub fn offers_of(&self, party: usize) -> &[u32] {
        &self.heard.offers[party]
    }

    /// May the party whose turn it is do this?
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, world: &World, action: Action) -> Result<(), Illegal> {
        if self.closing.is_some() {
            return Err(Illegal::Over);
        }
        match (action, self.heard.standing) {
            (Action::Accept, None) => Err(Illegal::NothingStands),
            (Action::Accept, Some(standing)) if standing.proposer == self.next => {
                Err(Illegal::OwnOffer)
            }
            (Action::Offer(outcome), _) if outcome >= world.outcomes.len() => {
                Err(Illegal::NoSuchOutcome)
            }
            _ => Ok(()),
        }
    }

    /// Takes a legal action of the party whose turn it is.
    #[inline]
    pub(super) fn take(&mut self, world: &World, action: Action) {
        debug_assert_eq!(self.check(world, action), Ok(()));
        let parties = self.heard.offers.len();
        let rounds = self.heard.round + 1;
        match action {
            Action::Accept => {
                if let Some(standing) = &mut self.heard.standing {
                    standing.yes += 1;
                    if standing.yes == parties {
                        let outcome = standing.outcome;
                        self.closing = Some(Closing::Agreed { outcome, rounds, by: self.next });
                        return;
                    }
                }
            }
            Action::Offer(outcome) => {
                self.hear(world, outcome);
                self.heard.standing = Some(Standing { outcome, proposer: self.next, yes: 1 });
            }
            Action::Walk => {
                self.closing = Some(Closing::WalkedAway { party: self.next, rounds });
                return;
            }
        }
        self.next += 1;
        if self.next == parties {
            self.next = 0;
            self.heard.round += 1;
            if self.heard.round == self.heard.rounds {
                self.closing = Some(Closing::Deadline);
            }
        }
    }

    fn hear(&mut self, world: &World, outcome: usize) {
        let (heard, party) = (&mut self.heard, self.next);
        heard.offers[party].push(outcome as u32);
        if world.learns || self.attended {
            heard.frequencies.hear(party, outcome, &world.outcomes);
        }
        if world.counts_offers || self.attended {
            let seen = &mut heard.seen[party * world.outcomes.len() + outcome];
            if *seen != heard.history {
                *seen = heard.history;
                heard.different[party] += 1;
            }
        }
    }

    /// What a party sees now.
    pub fn view<'a>(&'a self, world: &'a World, party: usize) -> View<'a> {
        world.view(party, &self.heard)
    }

    /// What the tactic of the party whose turn it is does now. Its chance and memory move on, so it is
    /// asked once a turn.
    #[inline]
    pub(super) fn decide(&mut self, world: &World) -> Action {
        let party = self.next;
        let chair = &world.chairs[party];
        let mut wanted = self.wanted(world, party);
        let view = world.view(party, &self.heard);
        if chair.error > 0.0 {
            let key = &world.chance[party];
            let chance = Chance { key, world: self.trial.world, history: self.trial.history };
            let memory = &mut self.memories[party];
            wanted.outcome = error::offer(view, wanted, chair.error, memory.uniform(chance));
            if let Some(standing) = self.heard.standing
                && standing.proposer != party
                && view.wishes().prefers(standing.outcome)
            {
                let margin = chair.rule.margin(view, wanted, standing.outcome);
                if memory.uniform(chance) < error::odds(margin, chair.error) {
                    return Action::Accept;
                }
            }
        } else if let Some(standing) = self.heard.standing
            && standing.proposer != party
            && chair.rule.accepts(view, wanted, standing.outcome)
        {
            return Action::Accept;
        }
        wanted.outcome.map_or(Action::Walk, |outcome| Action::Offer(outcome as usize))
    }

    #[inline]
    fn wanted(&mut self, world: &World, party: usize) -> Wanted {
        let chair = &world.chairs[party];
        let view = world.view(party, &self.heard);
        if chair.tactic.is_by_time() && chair.band.is_none() {
            let plan = &mut self.plans[party];
            if let Some(wanted) = plan.get(self.heard.round) {
                return *wanted;
            }
            // Rounds come in order, but a person may have had the first of them.
            if plan.len() == self.heard.round
                && let Some(wanted) = chair.tactic.by_time(view)
            {
                plan.push(wanted);
                return wanted;
            }
        }
        let key = &world.chance[party];
        let chance = Chance { key, world: self.trial.world, history: self.trial.history };
        chair.tactic.want(view, &mut self.memories[party], chance)
    }
}
