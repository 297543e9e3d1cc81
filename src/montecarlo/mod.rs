//! Many negotiations: worlds × histories, in parallel, to estimates that carry their uncertainty.
//!
//! A *world* is one joint draw of every uncertain input (what the analyst does not know), a
//! *history* is one negotiation in it (what chance decides). Worlds are clusters: the error of the
//! odds comes from the spread *between* worlds, not from the count of trials. Tallies are integers,
//! so that any number of threads and any division into chunks gives the same bits. This is the only
//! layer that knows threads.

mod bins;
mod candidates;
mod causes;
mod chunks;
mod compare;
mod completed;
mod designed;
mod draw;
mod ends;
mod estimate;
mod inert;
mod interims;
mod outcome;
mod over_time;
mod parallel;
mod plan;
mod progress;
mod quality;
mod replay;
mod run;
mod share;
mod signings;
mod standing;
mod stopping;
mod summary;
mod survey;
mod tally;
mod texts;
mod tournament;
mod worlds;

pub use candidates::Stories;
pub use compare::{
    Blocker, Contrast, Contrasts, Difference, DifferenceMethod, Flips, Paired, Shared, TermsShift,
    WorthShift, compare,
};
pub use completed::as_completed;
pub use designed::{Answers, Design, PlayPoint, Playing, play_design};
pub use draw::Draws;
pub use ends::{Ends, ends};
pub(crate) use estimate::wilson;
pub use estimate::{Estimate, Method, NEAR_END, pool, share_of_worlds};
pub use inert::{Move, REPLAYED, inert};
pub use interims::InterimOdds;
pub use outcome::{Link, Outcome};
pub use over_time::ByTime;
pub use parallel::in_parallel;
pub use plan::{Assertion, Comparison, Plan, Stopping};
pub use progress::Progress;
pub use quality::{DealFigure, DealMean, Mean};
pub use replay::{NoSuchTrial, Replay, TrialId, replay};
pub use run::{run, run_with};
pub use signings::Signing;
pub use standing::{STANDING_MONTHS, Standing};
pub use stopping::{StopReason, Verdict, level_of_each};
pub use summary::{
    Answer, ChainLink, EndingShare, InputShare, PartyValue, Structural, Summary, TermsSpread,
};
pub use survey::survey;
pub use texts::{
    Asked, FrontOdds, OnDayShares, Over, RefusalParts, Refusals, Sample, SignatoryOdds, TextChange,
    TextOdds, TextStep, TextsPlayed, Withholding, ask_texts, put_texts,
};
pub use tournament::{Entrant, MOST_SEATINGS, Placing, Tournament, seatings, tournament};
pub use worlds::{Rows, Run, WorldRow, play_worlds};
