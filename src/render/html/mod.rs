//! A document as one page: a file that needs nothing beside it, opens anywhere and prints well.
//!
//! Text is escaped by construction (`maud`). The page fetches nothing: its policy
//! (Content-Security-Policy) forbids everything but its own style and script, which it names by their
//! hashes. Without script everything can be read; with it, marks of charts show their figures and what is
//! folded opens at a click. A living page carries the engine too, and plays again where its reader changes what it
//! rests on.

mod frame;
mod living;
mod page;
mod panel;
mod part;
mod policy;
mod text;
pub mod workbench;

pub use living::Living;
pub use page::{Pieces, fragment, handout, living, page, pieces, told};
