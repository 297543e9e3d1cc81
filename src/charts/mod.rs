//! Charts as SVG, drawn by pure functions: plain numbers and names in, text out.
//!
//! Every chart is a struct of its inputs with one verb, `draw(width)`. It makes a [`Figure`]: the
//! drawing (text as text, a title and a description for screen readers, a tooltip on every mark
//! without any script), and the same numbers as a [`Table`]. A page puts [`css`] into its style and
//! shows a wide and a narrow drawing of the same chart, each at its own screens;
//! [`Figure::standalone`] makes a file for slides.
//!
//! Nothing here knows scenarios or results, and nothing can fail: what lies outside an axis is
//! drawn at its end, text that has no room is shortened with `…` and stands whole in the table.

mod parts;

mod blockers;
mod chain;
mod concessions;
mod differences;
mod histogram;
mod opinions;
mod options;
mod pareto;
mod prior;
mod questions;
mod reliability;
mod shares;
mod study;
mod survival;
mod terms;
mod tornado;
mod values;
mod when;

pub use blockers::{Blocker, Blockers};
pub use chain::{Chain, ChainLink};
pub use concessions::{Concessions, Offers};
pub use differences::{Difference, Differences};
pub use histogram::{Bin, Histogram};
pub use opinions::{Opinion, Opinions};
pub use options::{OptionShare, OptionShares};
pub use pareto::{Pareto, ParetoPath, ParetoPoint, ParetoStep};
pub use parts::curves::{Curve, CurvePoint};
pub use parts::figure::{Column, Figure, Table};
pub use parts::measure::text_width;
pub use parts::palette::css;
pub use parts::unit::Unit;
pub use parts::values::{Anchor, Interval, Quantiles, Range};
pub use prior::{PriorShape, PriorSketch};
pub use questions::{Question, Questions};
pub use reliability::{Reliability, ReliabilityBin};
pub use shares::{VarianceShare, VarianceShares};
pub use study::{Level, Study, StudyPoint, StudySeries};
pub use survival::Survival;
pub use terms::{Terms, TermsParty};
pub use tornado::{Swing, Tornado};
pub use values::{PartyValue, Values};
pub use when::When;
