//! A file changed at a few places by somebody who does not see its text: everything else in it, comments, order and
//! layout included, stays as its author wrote it.

use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::outline::{Place, Step};
use super::shape::is_name;
use mentions::Mention;

mod mentions;
mod rename;

/// A change of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Edit {
    /// Writes a value at a place; tables on the way there are made.
    Set {
        /// The place.
        at: Place,
        /// The value, as TOML.
        value: String,
    },
    /// Takes out what stands at a place. With an issue or a party goes what others want or think of it: positions,
    /// expected terms, trust, side payments.
    Remove {
        /// The place.
        at: Place,
    },
    /// Gives an issue or a party another name, wherever it goes by it.
    Rename {
        /// Its place: `issues` or `parties` and its name.
        at: Place,
        /// The new name: letters, digits, `-` and `_`.
        to: String,
    },
    /// Adds something under a heading of its own.
    Add {
        /// The table or list that it is one of.
        at: Place,
        /// Its name; none in a list.
        id: Option<String>,
        /// A table, as TOML: `{ title = "Upper Ardo" }`.
        value: String,
    },
}

/// A place has at most so many steps: TOML's own readers take no more, and nothing is written that they do not.
const DEEPEST: usize = 32;
/// What some editors begin a file with (byte order mark).
const MARK: &str = "\u{feff}";

/// The text of a file with changes in it.
///
/// # Errors
/// Why a change cannot be made, in words: the text is no TOML, the value is none, or there is no such place.
///
/// # Examples
/// ```
/// use zopa::scenario::{Edit, Step, rewritten};
///
/// let at = ["parties", "upper", "influence"].map(|key| Step::Key(key.to_owned())).to_vec();
/// let text = "[parties.upper]\ninfluence = 1 # to be thought about\n";
/// let changed = rewritten(text, &[Edit::Set { at, value: "[0.5, 1, 2]".to_owned() }])?;
/// assert_eq!(changed, "[parties.upper]\ninfluence = [0.5, 1, 2] # to be thought about\n");
/// # Ok::<(), String>(())
/// ```
pub fn rewritten(text: &str, edits: &[Edit]) -> Result<String, String> {
    let mut text = text.to_owned();
    for edit in edits {
        let mut document = text.parse::<DocumentMut>().map_err(|error| {
            format!("this cannot be read, so mend its text first: {}", error.message())
        })?;
        make(&mut document, edit, &text)?;
        let changed = document.to_string();
        // The printer ends lines in one way and begins without a mark; a file keeps its own.
        let ends = text.matches("\r\n").count();
        let mark = if text.starts_with(MARK) && !changed.starts_with(MARK) { MARK } else { "" };
        text = if ends > 0 && ends == text.matches('\n').count() {
            mark.to_owned() + &changed.replace("\r\n", "\n").replace('\n', "\r\n")
        } else {
            mark.to_owned() + &changed
        };
    }
    Ok(text)
}

fn make(document: &mut DocumentMut, edit: &Edit, text: &str) -> Result<(), String> {
    let (Edit::Set { at, .. }
    | Edit::Remove { at }
    | Edit::Rename { at, .. }
    | Edit::Add { at, .. }) = edit;
    if at.len() > DEEPEST {
        return Err("no place of a scenario is so deep".to_owned());
    }
    match edit {
        Edit::Set { at, value } => {
            let value = read(value)?;
            let (last, way) = at.split_last().ok_or("a whole file is no value")?;
            put(go(document.as_item_mut(), way, true)?, last, value)
        }
        Edit::Remove { at } => {
            // From the end, so that items before keep their numbers.
            for mention in mentions::of(text, at).iter().rev() {
                if let Mention::Wish(place) = mention {
                    remove(document, place)?;
                }
            }
            remove(document, at)
        }
        Edit::Rename { at, to } => rename::rename(document, text, at, to),
        Edit::Add { at, id, value } => add(document, at, id.as_deref(), read(value)?),
    }
}

/// A name of an issue, a party, a variant.
fn named(name: &str) -> Result<&str, String> {
    if !is_name(name) {
        return Err(format!("“{name}” is no name: letters, digits, - and _ make one"));
    }
    Ok(name)
}

fn read(value: &str) -> Result<Value, String> {
    value.trim().parse().map_err(|error: toml_edit::TomlError| {
        format!("“{}” is no value: {}", value.trim(), error.message())
    })
}

/// Where a way through a file has led.
enum Spot<'a> {
    Item(&'a mut Item),
    Value(&'a mut Value),
    Table(&'a mut Table),
}

impl<'a> Spot<'a> {
    fn table(self) -> Option<&'a mut dyn TableLike> {
        match self {
            Self::Item(item) => item.as_table_like_mut(),
            Self::Value(value) => value.as_inline_table_mut().map(|table| table as _),
            Self::Table(table) => Some(table),
        }
    }
}

fn nowhere(step: &Step) -> String {
    match step {
        Step::Key(key) => format!("there is no `{key}` in the file any more"),
        Step::Item(item) => format!("there is no item {} in the file any more", item + 1),
    }
}

/// Follows a way; `make` says whether tables that are missing are made.
fn go<'a>(root: &'a mut Item, way: &[Step], make: bool) -> Result<Spot<'a>, String> {
    let mut spot = Spot::Item(root);
    for step in way {
        spot = match step {
            Step::Key(key) => {
                let table = spot.table().ok_or_else(|| nowhere(step))?;
                if make && table.get(key).is_none() {
                    insert(table, key, fresh(key));
                }
                Spot::Item(table.get_mut(key).ok_or_else(|| nowhere(step))?)
            }
            Step::Item(number) => {
                let inside = match spot {
                    Spot::Item(Item::ArrayOfTables(list)) => list.get_mut(*number).map(Spot::Table),
                    Spot::Item(Item::Value(Value::Array(list)))
                    | Spot::Value(Value::Array(list)) => list.get_mut(*number).map(Spot::Value),
                    _ => None,
                };
                inside.ok_or_else(|| nowhere(step))?
            }
        };
    }
    Ok(spot)
}

/// A table that is missing: of what is long under a heading, else in braces.
fn fresh(key: &str) -> Item {
    match key {
        "issues" | "parties" | "variants" => {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        }
        "positions" => Item::Table(headed(Table::new())),
        _ => Item::Value(Value::InlineTable(InlineTable::new())),
    }
}

/// With an empty line above its heading.
fn headed(mut table: Table) -> Table {
    table.decor_mut().set_prefix("\n");
    table
}

/// Writes a value where none or another stands. What stands beside it on its line stays.
fn put(spot: Spot<'_>, last: &Step, mut value: Value) -> Result<(), String> {
    match (spot, last) {
        (
            Spot::Item(Item::Value(Value::Array(list))) | Spot::Value(Value::Array(list)),
            Step::Item(number),
        ) => {
            let old = list.get_mut(*number).ok_or_else(|| nowhere(last))?;
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        (spot, Step::Key(key)) => {
            let table = spot.table().ok_or_else(|| nowhere(last))?;
            match table.get_mut(key) {
                Some(Item::Value(old)) => {
                    *value.decor_mut() = old.decor().clone();
                    *old = value;
                }
                Some(other) => *other = Item::Value(value),
                None => insert(table, key, Item::Value(value)),
            }
        }
        _ => return Err(nowhere(last)),
    }
    Ok(())
}

/// Adds a key at the end of a table.
fn insert(table: &mut dyn TableLike, key: &str, mut item: Item) {
    // Within braces a space stands before the last, which is another now.
    if let (Some(Item::Value(last)), Item::Value(new)) =
        (table.iter_mut().last().map(|(_, item)| item), &mut item)
    {
        let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default();
        if !suffix.is_empty() && suffix.trim().is_empty() {
            let suffix = suffix.to_owned();
            last.decor_mut().set_suffix("");
            new.decor_mut().set_prefix(" ");
            new.decor_mut().set_suffix(suffix);
        }
    }
    table.insert(key, item);
}

fn remove(document: &mut DocumentMut, at: &[Step]) -> Result<(), String> {
    let (last, way) = at.split_last().ok_or("a whole file is not taken out")?;
    match (go(document.as_item_mut(), way, false)?, last) {
        (Spot::Item(Item::ArrayOfTables(list)), Step::Item(number)) if *number < list.len() => {
            list.remove(*number);
        }
        (
            Spot::Item(Item::Value(Value::Array(list))) | Spot::Value(Value::Array(list)),
            Step::Item(number),
        ) if *number < list.len() => {
            list.remove(*number);
        }
        (spot, Step::Key(key)) => {
            let table = spot.table().ok_or_else(|| nowhere(last))?;
            let suffix = match table.iter().last() {
                Some((name, Item::Value(value))) if name == key => {
                    value.decor().suffix().and_then(|suffix| suffix.as_str()).map(str::to_owned)
                }
                _ => None,
            };
            table.remove(key).ok_or_else(|| nowhere(last))?;
            // The space before a closing brace.
            if let (Some(suffix), Some((_, Item::Value(last)))) =
                (suffix.filter(|suffix| suffix.trim().is_empty()), table.iter_mut().last())
                && last.decor().suffix().and_then(|own| own.as_str()).unwrap_or_default().is_empty()
            {
                last.decor_mut().set_suffix(suffix);
            }
        }
        _ => return Err(nowhere(last)),
    }
    Ok(())
}

fn add(
    document: &mut DocumentMut,
    at: &[Step],
    id: Option<&str>,
    value: Value,
) -> Result<(), String> {
    let Value::InlineTable(value) = value else {
        return Err("what is added is a table, in braces".to_owned());
    };
    let (last, way) = at.split_last().ok_or("nothing is added to a whole file")?;
    let Step::Key(key) = last else { return Err(nowhere(last)) };
    let parent = go(document.as_item_mut(), way, true)?;
    let parent = parent.table().ok_or_else(|| nowhere(last))?;
    let Some(id) = id else { return add_item(parent, key, value) };
    let id = named(id)?;
    if parent.get(key).is_none() {
        insert(parent, key, fresh(key));
    }
    let of = parent.get_mut(key).ok_or_else(|| nowhere(last))?;
    match of {
        Item::Table(table) if table.contains_key(id) => Err(taken(id)),
        Item::Table(table) if !table.is_dotted() => {
            table.insert(id, Item::Table(headed(value.into_table())));
            Ok(())
        }
        _ => {
            let table = of.as_table_like_mut().ok_or_else(|| nowhere(last))?;
            if table.contains_key(id) {
                return Err(taken(id));
            }
            insert(table, id, Item::Value(Value::InlineTable(value)));
            Ok(())
        }
    }
}

fn taken(id: &str) -> String {
    format!("there is a `{id}` already; choose another name")
}

fn add_item(parent: &mut dyn TableLike, key: &str, value: InlineTable) -> Result<(), String> {
    if parent.get(key).is_none() {
        parent.insert(key, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    match parent.get_mut(key) {
        Some(Item::ArrayOfTables(list)) => list.push(headed(value.into_table())),
        Some(Item::Value(Value::Array(list))) => list.push(value),
        _ => return Err(nowhere(&Step::Key(key.to_owned()))),
    }
    Ok(())
}
