//! From the text of a scenario file to a [`Scenario`](crate::model::Scenario), or to everything that is wrong with it.
//!
//! ```text
//! text ─ tree ─┬─ change ─ shape ─ resolve ─ warn ─► Scenario + warnings
//!              └ variants, --set       └──────────► Rejected: every error, with its place
//! ```
//!
//! `build` makes the tree in Rust, and `write` makes the text of a tree, so that what was loaded with changes, or
//! built, can be kept as a file.
//!
//! `keys` is the format as data; `shape`, `resolve`, `change` and the JSON Schema all read it.
//! Nothing here touches a file: text in, values out. Nothing else knows that TOML exists.

mod build;
mod change;
pub mod codes;
mod coding;
mod diagnostic;
mod duration;
mod edit;
mod fingerprint;
mod former;
mod genius;
mod keys;
mod load;
mod mismatch;
mod number;
mod outline;
mod reserved;
mod resolve;
mod rewrite;
mod schema;
mod settle;
mod shape;
mod slips;
mod source;
mod story;
mod study;
mod suggest;
mod syntax;
mod template;
mod texts;
mod tree;
mod warn;
mod write;

pub use build::{IssueBuilder, PartyBuilder, PositionBuilder, ScenarioBuilder, Value};
pub use coding::{Coded, Fault, Row, Rules, built_in_rules, load_rules, rules_built_in};
pub use diagnostic::{Diagnostic, Label, Report, Severity};
pub use edit::{Edited, edited};
pub use genius::{GeniusFile, Imported, import_genius};
pub use load::{Document, LARGEST_TEXT, LoadOptions, Loaded, Rejected, load};
pub use outline::{
    Content, Finding, Holds, KeyInfo, Named, Outline, Outlined, Place, Step, TableInfo, format,
    glance, outlined,
};
pub(crate) use reserved::NO_VARIANT;
pub use rewrite::{Edit, rewritten};
pub use schema::{schema, study_schema};
#[cfg(feature = "cli")]
pub(crate) use slips::meant_number;
pub use source::{Source, Span};
pub use story::Story;
pub use study::{
    Apply, DesignChoice, Factor, Level, Levels, Placed, Play, Role, Sampling, Shown, StudyFile,
    Target, load_study,
};
pub(crate) use suggest::help as suggestion;
pub use template::{TemplateKind, template};
pub use texts::{MOST_TEXTS, NamedText, load_texts};
