//! The format as data: every table of the file with its keys, their kinds, bounds, defaults and
//! one line of documentation.
//!
//! These tables are the only place where the shape of the format is written down. The loader
//! checks against them (`shape`), takes bounds and defaults from them (`resolve`), finds paths by
//! them (`change`), and the JSON Schema is printed from them (`schema`), so the four agree by
//! construction.

mod bounds;
mod coding;
mod dependence;
mod forms;
mod home;
mod interim;
mod kind;
mod party;
mod process;
mod protocol;
mod study;
mod top;

pub(crate) use bounds::{Bounds, LARGEST};
pub(crate) use coding::RULES;
pub(crate) use dependence::{CORRELATION, FACTOR};
pub(crate) use forms::{FORMS, SOURCED};
pub(crate) use home::{BLOC, RATIFICATION, VOTE};
pub(crate) use interim::{INTERIM, RANGE};
pub(crate) use kind::{Key, Kind, ListOf, MapOf, Need, Reference, Table};
pub(crate) use party::{OUTSIDE, PARTY, PLEDGE, POSITION, SCORE, WAR};
pub(crate) use process::{
    COALITION, CONCLAVE, DURABILITY, EFFECT, EVENT, FRONT, MEDIATION, QUESTION, SUMMIT, TALKS,
    TRUST,
};
pub(crate) use protocol::{
    ACCEPTANCE, HYBRID, MODEL_OF_OTHERS, OF_BARGAINERS, ONE_TACTIC, PROTOCOL, ROUNDS, TACTIC,
};
pub(crate) use study::{APPLIES, ROLES, STUDY};
pub(crate) use top::{CLOCK, ISSUE, MODEL, POINTS, ROOT, STRONG_END};
