//! The workbench as a page: of a server, or by itself with the engine in it.

use serde::Serialize;

use crate::render::html::workbench;
use crate::scenario::{TableInfo, TemplateKind, format};

/// A file that is open from the start.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Opened<'a> {
    /// What it is called.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What the page knows.
#[derive(Serialize)]
struct Knows<'a> {
    /// Whom it asks: `serve`, the server it came from; `page`, the engine in it.
    mode: &'static str,
    /// What may stand in a scenario.
    keys: TableInfo,
    templates: Vec<Start>,
    open: Option<Opened<'a>>,
}

/// A template to start from.
#[derive(Serialize)]
struct Start {
    word: &'static str,
    title: &'static str,
    protocol: &'static str,
}

/// The page of a server, and the policy to send with it.
pub fn served() -> (String, String) {
    workbench::served(&knows("serve", None))
}

/// The page by itself, with the engine, packed, in it.
pub fn carried(open: Option<Opened<'_>>, engine: &[u8]) -> String {
    workbench::carried(&knows("page", open), engine)
}

fn knows(mode: &'static str, open: Option<Opened<'_>>) -> String {
    let start = |kind: TemplateKind| Start {
        word: kind.word(),
        title: kind.words(),
        protocol: kind.protocol(),
    };
    let templates = TemplateKind::ALL.map(start).into();
    // Structs with names for keys always make JSON.
    serde_json::to_string(&Knows { mode, keys: format(), templates, open }).unwrap_or_default()
}
