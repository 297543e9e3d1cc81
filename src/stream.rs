//! Random streams with names: the only file that knows which generator is used.
//!
//! A [`StreamKey`] is blake3(seed, purpose, name); a stream of that key is one of 2⁶⁴ independent
//! ChaCha8 sequences (Bernstein 2008). Because the key holds the party's or the event's *name* and
//! the id the world and the history, adding a party or an event leaves everybody else's draws as
//! they were (common random numbers), and any trial can be replayed alone.
//!
//! Two kinds of stream:
//! - of a **world**: one sequence for a world; what needs one draw a history takes the draw at the
//!   position of the history, so that a block of histories shares the price of a stream;
//! - of a **history**: a sequence of its own, for what happens an unknown number of times.
//!
//! Inputs of worlds, and what is behind several of them, have one sequence each for all worlds: world w takes its w-th draw.

use rand::Rng as _;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

/// Bits of a stream id that number the history within its world.
const HISTORY_BITS: u32 = 24;

/// The most histories a world may have.
pub const MAX_HISTORIES: u64 = 1 << HISTORY_BITS;

/// The most worlds a run may have.
pub const MAX_WORLDS: u64 = 1 << (64 - HISTORY_BITS);

/// The seed of a run: always explicit, always printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// What a stream is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The value of an input, by path.
    Input,
    /// A hidden cause of several inputs, by factor.
    Factor,
    /// The readiness of a party in a history; its sequence has the name it had first, `resolve`.
    Readiness,
    /// When a pledge is made, by party.
    Pledge,
    /// The first time an event is due, by event.
    EventFirst,
    /// The later times an event is due, by event.
    EventAgain,
    /// Tries at a text.
    Try,
    /// Invitations to a summit.
    Summit,
    /// Formulation errors, and whether a text is an interim deal.
    Draft,
    /// A party's answer to a text.
    Answer,
    /// A party's answer where an interim deal has run out.
    Renewal,
    /// Steps of the front line.
    Front,
    /// Votes on ratification, by party.
    Vote,
    /// How one bloc of a home front votes where each decides by itself, by party and bloc.
    Bloc,
    /// Whether a party carries out what it signed, by party.
    Conduct,
    /// How long interim deals and packages last.
    Collapse,
    /// Who holds the pen first.
    Pen,
    /// Packages drawn to measure the zone of possible agreement.
    Map,
    /// Where the points of a designed sample lie, by design.
    Design,
    /// What a tactic of alternating offers leaves to chance, by party.
    Tactic,
    /// Which rows a bootstrap sample takes, by analysis.
    Bootstrap,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Factor => "factor",
            Self::Readiness => "resolve",
            Self::Pledge => "pledge",
            Self::EventFirst => "event-first",
            Self::EventAgain => "event-again",
            Self::Try => "try",
            Self::Summit => "summit",
            Self::Draft => "draft",
            Self::Answer => "answer",
            Self::Renewal => "renewal",
            Self::Front => "front",
            Self::Vote => "vote",
            Self::Bloc => "bloc",
            Self::Conduct => "conduct",
            Self::Collapse => "collapse",
            Self::Pen => "pen",
            Self::Map => "map",
            Self::Design => "design",
            Self::Tactic => "tactic",
            Self::Bootstrap => "bootstrap",
        }
    }
}

/// A family of streams: seed, purpose and name, hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamKey([u8; 32]);

impl StreamKey {
    /// The family for `purpose` and `name` (a party, an event, an input's path; empty where there
    /// is only one).
    pub fn new(seed: Seed, purpose: Purpose, name: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"zopa stream 1\0");
        hasher.update(&seed.0.to_le_bytes());
        hasher.update(purpose.word().as_bytes());
        hasher.update(b"\0");
        hasher.update(name.as_bytes());
        Self(*hasher.finalize().as_bytes())
    }

    /// The family's sequence over all worlds, at the draw of `world`.
    pub fn over_worlds(&self, world: u64) -> Stream {
        let mut rng = ChaCha8Rng::from_seed(self.0);
        rng.set_word_pos(u128::from(world) * 2);
        Stream { rng }
    }

    /// The sequence of a world, at the draw of its history number `history`.
    pub fn world(&self, world: u64, history: u64) -> Stream {
        let mut rng = ChaCha8Rng::from_seed(self.0);
        rng.set_stream(world);
        if history > 0 {
            rng.set_word_pos(u128::from(history) * 2);
        }
        Stream { rng }
    }

    /// The sequence of one history of one world.
    #[inline]
    pub fn history(&self, world: u64, history: u64) -> Stream {
        debug_assert!(history < MAX_HISTORIES && world < MAX_WORLDS);
        let mut rng = ChaCha8Rng::from_seed(self.0);
        rng.set_stream((world << HISTORY_BITS) | history);
        Stream { rng }
    }
}

/// A random sequence. One variate takes one 64-bit draw, by inversion.
#[derive(Clone, Debug)]
pub struct Stream {
    rng: ChaCha8Rng,
}

impl Stream {
    /// Uniform on the open interval (0, 1): (k + ½)/2⁵³ for the 53 high bits k of one draw, so that
    /// every quantile function is finite there.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        ((self.rng.next_u64() >> 11) as f64 + 0.5) * (1.0 / (1_u64 << 53) as f64)
    }

    /// Exponential with mean 1.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        crate::prior::exponential_quantile(self.uniform())
    }

    /// Standard normal.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        crate::prior::normal_quantile(self.uniform())
    }

    /// Standard logistic.
    #[inline]
    pub fn logistic(&mut self) -> f64 {
        crate::prior::logistic_quantile(self.uniform())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_position_is_the_same_draw_however_it_is_reached() {
        let key = StreamKey::new(Seed(42), Purpose::Readiness, "russia");
        let mut whole = key.world(7, 0);
        for history in 0..100 {
            let expected = whole.uniform();
            assert!((key.world(7, history).uniform() - expected).abs() == 0.0);
        }
        let mut inputs = key.over_worlds(0);
        for world in 0..100 {
            let expected = inputs.uniform();
            assert!((key.over_worlds(world).uniform() - expected).abs() == 0.0);
        }
    }

    #[test]
    fn keys_part_by_seed_purpose_and_name() {
        let base = StreamKey::new(Seed(1), Purpose::Answer, "a");
        assert_ne!(base, StreamKey::new(Seed(2), Purpose::Answer, "a"));
        assert_ne!(base, StreamKey::new(Seed(1), Purpose::Vote, "a"));
        assert_ne!(base, StreamKey::new(Seed(1), Purpose::Answer, "b"));
    }
}
