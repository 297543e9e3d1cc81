//! Documents as pages, as Markdown and as text for a terminal: each written once, for every verb.

mod bar;

pub mod html;
pub mod markdown;
pub mod terminal;
