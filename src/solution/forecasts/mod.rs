//! Other schools' forecasts of one negotiation, from the field's plain table of actors.
//!
//! Everything here starts from a [`PositionTable`]: who sits at the table, how strong they are, what
//! they want on each issue and how much they care. Four schools answer from it: the compromise model
//! ([`compromise`]), the median voter ([`weighted_median`]), the probabilistic Condorcet election
//! ([`spatial_election`]) and the expected-utility challenge model ([`challenge()`]). How often such
//! forecasts were right is in [`ACCURACY`]: the plain weighted mean is the bar to clear.
//!
//! Pure functions of their arguments: no I/O, no clock, no randomness.

pub mod accuracy;
pub mod challenge;
pub mod condorcet;
mod error;
pub mod ktab;
pub mod mean;
pub mod median;
pub mod opinions;
pub mod positions;
pub mod spatial;
pub mod spelling;
pub mod table;
pub mod victory;
pub mod voting;

pub use accuracy::{ACCURACY, Accuracy};
pub use challenge::{ChallengeRules, Round, challenge};
pub use condorcet::{ElectionKind, ElectionRules, condorcet_probabilities};
pub use error::ForecastError;
pub use mean::compromise;
pub use median::{Median, weighted_median};
pub use opinions::{ChallengeOpinion, ElectionOpinion, Inquiry, IssueOpinions, Opinions};
pub use positions::{Actor, PositionTable, Scale};
pub use spatial::{RiskStance, SpatialElection, SpatialRules, spatial_election};
pub use spelling::{ElectionChoice, PRESETS, RuleError, challenge_switches, election_switches};
pub use table::{TableError, parse_table};
pub use victory::VictoryModel;
pub use voting::VotingRule;
