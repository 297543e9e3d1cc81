//! Keys by their former names: read as those of today, with a note.

use super::codes;
use super::diagnostic::Diagnostic;
use super::shape::plural;
use super::tree::{Table, Value};
use crate::model::path::FORMER;

/// Gives keys of parties the names of today. A party that has a key by both names keeps the former one, which
/// is then refused as unknown.
pub(super) fn rename(tree: &mut Table) -> Vec<Diagnostic> {
    let Some(Value::Table(parties)) = tree.get_mut("parties").map(|node| &mut node.value) else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    for (former, now) in FORMER {
        let mut first = None;
        let mut more = 0;
        for party in &mut parties.entries {
            let Value::Table(keys) = &mut party.node.value else { continue };
            if keys.entry(now).is_some() {
                continue;
            }
            let Some(entry) = keys.entries.iter_mut().find(|entry| entry.name == former) else {
                continue;
            };
            now.clone_into(&mut entry.name);
            match first {
                None => first = Some((entry.span, format!("parties.{}.{now}", party.name))),
                Some(_) => more += 1,
            }
        }
        let Some((span, path)) = first else { continue };
        let elsewhere = match more {
            0 => String::new(),
            _ => format!(", here and in {}", plural(more, "other place")),
        };
        notes.push(
            Diagnostic::new(codes::FORMER_NAME, span, format!("`{former}` is called `{now}` now"))
                .label(format!("read as `{now}`{elsewhere}"))
                .help(format!("write `{now}`: the name says what the number means"))
                .path(path),
        );
    }
    notes
}
