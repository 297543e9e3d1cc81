//! Many cases from one file: which they are, how one is played, and the journal that loses none.
//!
//! A *case* is one scenario with one combination of the factors' values, played once with one seed.
//! Cases are numbered from 0, and everything about a case is a function of the study and its number:
//! any machine that has the study can play any of them, in any order, and gets the same bits.
//!
//! ```text
//! StudyFile + Inputs ─ resolve ─► Study ─ case(n) ─► Case ─ play ─► Record ─► a line of the journal
//! ```

mod axes;
mod case;
mod check;
mod figures;
mod header;
mod journal;
mod play;
mod record;
mod resolve;
mod table;

pub use case::Case;
pub use figures::Figure;
pub use header::{FORMAT, Header, NoHeader, Stranger};
pub use journal::{Conflict, Contents, Place};
pub use play::play_cases;
pub use record::{Damage, Record};
pub use resolve::{Inputs, Study};
