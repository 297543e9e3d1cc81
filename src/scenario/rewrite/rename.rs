//! Another name for an issue or a party, wherever the file goes by it.

use toml_edit::{DocumentMut, Item, Key, Table, Value};

use super::mentions::{self, Mention, renamed};
use super::{Spot, go, named, nowhere, put, taken};
use crate::scenario::load::{LoadOptions, load};
use crate::scenario::outline::{Place, Step};

pub(super) fn rename(
    document: &mut DocumentMut,
    text: &str,
    at: &[Step],
    to: &str,
) -> Result<(), String> {
    let [Step::Key(all), Step::Key(id)] = at else {
        return Err("only issues and parties are given other names".to_owned());
    };
    let to = named(to)?;
    if to == id {
        return Ok(());
    }
    let root = document.as_item_mut();
    let others = go(root, &at[..1], false)?.table().ok_or_else(|| nowhere(&at[0]))?;
    if others.contains_key(to) {
        return Err(taken(to));
    }
    // From the end, and keys after what is below them, so that every place is still found.
    for mention in mentions::of(text, at).into_iter().rev() {
        match mention {
            Mention::Wish(place) if place.last() == at.last() => rekey(root, &place, to)?,
            // Of a pair, the name stands in it.
            Mention::Wish(_) => {}
            Mention::Name(place) => write(root, &place, to)?,
            Mention::Path(place) => {
                let new = read(root, &place).and_then(|path| renamed(&path, at, to));
                if let Some(new) = new {
                    write(root, &place, &new)?;
                }
            }
            Mention::PathKey(place) => {
                let Some(Step::Key(path)) = place.last() else { continue };
                if let Some(new) = renamed(path, at, to) {
                    rekey(root, &place, &new)?;
                }
            }
        }
    }
    rekey(root, &[Step::Key(all.clone()), Step::Key(id.clone())], to)?;
    let sound = |text: &str| load("", text, &LoadOptions::default()).is_ok();
    if sound(text) && !sound(&document.to_string()) {
        return Err(format!(
            "`{id}` is spoken of in a way that cannot be told from other words; give it its new name in the text"
        ));
    }
    Ok(())
}

/// The text at a place.
fn read(root: &mut Item, place: &[Step]) -> Option<String> {
    match go(root, place, false).ok()? {
        Spot::Item(item) => item.as_str().map(str::to_owned),
        Spot::Value(value) => value.as_str().map(str::to_owned),
        Spot::Table(_) => None,
    }
}

fn write(root: &mut Item, place: &Place, text: &str) -> Result<(), String> {
    let (last, way) = place.split_last().ok_or("a whole file is no value")?;
    put(go(root, way, false)?, last, Value::from(text))
}

/// Another key for what is at a place: it stays where it is among its neighbours.
fn rekey(root: &mut Item, place: &[Step], to: &str) -> Result<(), String> {
    let Some((last @ Step::Key(old), way)) = place.split_last() else {
        return Err("only what has a name is given another".to_owned());
    };
    match go(root, way, false)? {
        Spot::Item(Item::Table(table)) | Spot::Table(table) => in_table(table, old, to),
        Spot::Item(Item::Value(Value::InlineTable(table)))
        | Spot::Value(Value::InlineTable(table)) => {
            let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
            for key in keys {
                let Some((name, value)) = table.remove_entry(&key) else { continue };
                table.insert_formatted(&if key == *old { called(&name, to) } else { name }, value);
            }
        }
        _ => return Err(nowhere(last)),
    }
    Ok(())
}

fn in_table(table: &mut Table, old: &str, to: &str) {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys {
        let Some((name, item)) = table.remove_entry(&key) else { continue };
        table.insert_formatted(&if key == old { called(&name, to) } else { name }, item);
    }
}

/// A key by another name, with the blanks and comments about it.
fn called(key: &Key, to: &str) -> Key {
    let mut new = Key::new(to);
    *new.leaf_decor_mut() = key.leaf_decor().clone();
    *new.dotted_decor_mut() = key.dotted_decor().clone();
    new
}
