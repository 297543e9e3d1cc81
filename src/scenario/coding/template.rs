//! The template of a scenario, taken apart.

use super::rules::Slot;

/// A piece of the template.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// As it stands.
    Text(String),
    /// The row's name, in quotes.
    Title,
    /// The middle of its first month, and so many months later.
    AsOf(i32),
    /// The text of a slot.
    Slot(usize),
    /// What follows is there where the slot has this text.
    Given(usize, String),
    /// From here on everything is there again.
    End,
}

/// What is wrong with a template, and the mend.
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) help: String,
}

fn wrong(message: String, help: &str) -> Wrong {
    Wrong { message, help: help.to_owned() }
}

/// Takes a template apart.
pub(super) fn parts(template: &str, slots: &[Slot]) -> Result<Vec<Part>, Wrong> {
    let mut parts = Vec::new();
    let mut rest = template;
    let mut is_given = false;
    while let Some(at) = rest.find('<') {
        let Some(length) = rest[at..].find('>') else {
            let line = rest[at..].lines().next().unwrap_or_default();
            return Err(wrong(format!("`{line}` is not closed"), "slots are written <name>"));
        };
        parts.push(Part::Text(rest[..at].to_owned()));
        let part = part(&rest[at + 1..at + length], slots)?;
        match part {
            Part::Given(..) if is_given => {
                let message = format!("`<{}>` stands inside another", &rest[at + 1..at + length]);
                return Err(wrong(message, "close the one before with <end>"));
            }
            Part::End if !is_given => {
                return Err(wrong("`<end>` ends nothing".to_owned(), "take it out"));
            }
            Part::Given(..) => is_given = true,
            Part::End => is_given = false,
            _ => {}
        }
        parts.push(part);
        rest = &rest[at + length + 1..];
    }
    if is_given {
        let message = "the last `<slot=text>` has no `<end>`".to_owned();
        return Err(wrong(message, "write <end> where it stops"));
    }
    parts.push(Part::Text(rest.to_owned()));
    for (index, slot) in slots.iter().enumerate() {
        let uses = |part: &Part| match part {
            Part::Slot(at) | Part::Given(at, _) => *at == index,
            _ => false,
        };
        if !parts.iter().any(uses) {
            let message = format!("the slot `{}` is not in the template", slot.name);
            return Err(wrong(message, "take it out, or use it"));
        }
    }
    Ok(parts)
}

/// What stands between two angle brackets.
fn part(inner: &str, slots: &[Slot]) -> Result<Part, Wrong> {
    let slot = |name: &str| {
        slots.iter().position(|slot| slot.name == name).ok_or_else(|| {
            let known: Vec<&str> = slots.iter().map(|slot| slot.name.as_str()).collect();
            let help = format!("slots are {}; and <title>, <as_of>, <end>", known.join(", "));
            wrong(format!("there is no slot `{name}`"), &help)
        })
    };
    if let Some(months) = inner.strip_prefix("as_of") {
        let months = months.trim_start_matches('+');
        let months = if months.is_empty() { Some(0) } else { months.parse::<i32>().ok() };
        return match months {
            Some(months @ 0..=1200) => Ok(Part::AsOf(months)),
            _ => Err(wrong(
                format!("`<{inner}>` is no date"),
                "write <as_of>, or <as_of+3> for three months later",
            )),
        };
    }
    match inner.split_once('=') {
        Some((name, text)) => {
            let index = slot(name)?;
            if !slots[index].has(text) {
                let message = format!("the slot `{name}` never has the text `{text}`");
                return Err(wrong(message, "write it as one of its cases has it"));
            }
            Ok(Part::Given(index, text.to_owned()))
        }
        None if inner == "title" => Ok(Part::Title),
        None if inner == "end" => Ok(Part::End),
        None => slot(inner).map(Part::Slot),
    }
}
