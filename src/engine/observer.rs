//! What an onlooker is told: typed events, as they happen. Explanations, classrooms and web pages
//! are observers; the unit observer `()` costs nothing.

use super::blocs::Division;
use super::foresight::Foresight;
use super::worth::Worth;
use crate::model::{Fate, Target};

/// Something an observer is told, at a time in months since `as_of`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A round ended; the line stands here, and the guarantors' cohesion so.
    RoundEnded {
        /// Number of the round, from 0.
        round: usize,
        /// The line, in [0, 1].
        line: f64,
        /// Cohesion of the guarantors.
        cohesion: f64,
    },
    /// An event of the scenario happened.
    Happened {
        /// Its index.
        event: usize,
    },
    /// … and changed a quantity.
    Changed {
        /// Index of the event.
        event: usize,
        /// The quantity.
        target: Target,
        /// What it was, as the file writes it; of a style its number.
        from: f64,
        /// What it is now.
        to: f64,
    },
    /// A pledge was made.
    Pledged {
        /// By whom.
        party: usize,
        /// Delivered strength M of all pledges made.
        delivered: f64,
    },
    /// A try at a text came to nothing: the moment was not ripe.
    Unripe {
        /// Ripeness at the moment.
        ripeness: f64,
    },
    /// The named leaders met.
    Summit {
        /// Did they table a text?
        fruitful: bool,
    },
    /// A text was tabled.
    Tabled {
        /// The package as drafted, in [0, 1]; of an interim deal only what it settles counts.
        text: &'a [f64],
        /// Who held the pen; `None` when a mediator tables it, or nobody has to.
        holder: Option<usize>,
        /// The number of the interim deal that it is, those of the file first; `None` for the whole.
        interim: Option<usize>,
        /// Has that deal run out, and are the parties asked to go on with it?
        renewal: bool,
    },
    /// A mediator drafted a package that it would not sign itself, and tabled nothing.
    Withheld {
        /// Who.
        party: usize,
    },
    /// A party answered.
    Answered {
        /// Who.
        party: usize,
        /// What signing is worth to it.
        worth: Worth,
        /// Its readiness, as the gain ε it adds.
        readiness: f64,
        /// The noise η of this one answer.
        noise: f64,
        /// What it expects of the votes at home.
        foresight: Foresight,
        /// ẑ, the worth of its name: z + ε, weighed with the votes ahead.
        gain: f64,
        /// The issue on which the text crosses its red line.
        crosses: Option<usize>,
        /// Did it accept?
        accepts: bool,
    },
    /// By alternating offers, where times are rounds from 1: a party offered something.
    Offered {
        /// Who.
        party: usize,
        /// The outcome, in [0, 1].
        text: &'a [f64],
        /// Its own value of it.
        value: f64,
        /// … and of the standing offer that it turned down; `None` where there was none.
        refused: Option<f64>,
    },
    /// A party said yes to the standing offer.
    Accepted {
        /// Who.
        party: usize,
        /// Its value of it.
        value: f64,
    },
    /// A party left the talks: nothing is worth more to it than no deal.
    WalkedAway {
        /// Who.
        party: usize,
    },
    /// An interim deal came into force, was broken or renewed, or ran out.
    Interim {
        /// Its number, those of the file first.
        interim: usize,
        /// What became of it.
        fate: Fate,
    },
    /// A package was signed.
    Signed {
        /// The terms.
        text: &'a [f64],
        /// Would some principal have refused without its side payment?
        imposed: bool,
    },
    /// A home front of blocs voted.
    Divided {
        /// Whose.
        party: usize,
        /// Who said what.
        division: Division,
    },
    /// A home front voted the text down; the talks go on.
    VoteLost {
        /// Whose.
        party: usize,
    },
    /// A guarantor's home front refused its pledge.
    PledgeWithdrawn {
        /// Whose.
        party: usize,
    },
    /// The package was ratified and is in force.
    Ratified {
        /// Months from now to its collapse.
        holds_for: f64,
        /// Who does not carry it out, so that it is no more than a truce.
        defector: Option<usize>,
    },
}

/// An onlooker.
pub trait Observer {
    /// Does it look at all? Where it does not, what only an onlooker needs is not worked out.
    const ACTIVE: bool = true;

    /// Something happened at time `t`, in months since `as_of`.
    fn observe(&mut self, t: f64, event: Event<'_>);
}

/// Nobody looks.
impl Observer for () {
    const ACTIVE: bool = false;

    #[inline]
    fn observe(&mut self, _t: f64, _event: Event<'_>) {}
}
