//! Scores of odds whose outcome is known: how good they were ([`brier()`], [`log_score()`]), why
//! ([`Murphy`]), whether they told yes from no ([`Discrimination`]), and what chance alone gives
//! ([`shuffled`]); and of distributions over numbers ([`Spread::crps`]).
//!
//! Pure functions of odds and outcomes; nothing here knows what a negotiation is. Low scores are good.
//! Checked against scikit-learn's `brier_score_loss`, `log_loss` and `roc_auc_score`.

mod auc;
mod brier;
mod clusters;
mod crps;
mod forecast;
mod log_score;
mod murphy;
mod shuffle;

pub use auc::{Discrimination, auc};
pub use brier::{brier, brier_of, skill};
pub use clusters::cluster_interval;
pub use crps::Spread;
pub use forecast::Forecast;
pub use log_score::{FLOOR, log_score, log_score_of};
pub use murphy::{Bin, Murphy};
pub use shuffle::{shuffle_p, shuffled};
