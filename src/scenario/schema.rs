//! The JSON Schema (2020-12) that editors complete and check from, printed from the key tables.
//!
//! It says what the first pass of the loader says, and the bounds of single numbers besides. It
//! cannot know names, dates in order, or whether a date is in quotes: editors see TOML's dates as
//! strings.

use serde_json::{Map, Value, json};

use crate::model::Process;
use crate::model::path::FORMER;

use super::keys::{Bounds, FORMS, Key, Kind, LARGEST, MapOf, Need, ROOT, SOURCED, STUDY, Table};

/// A name, as `shape` has it.
const NAME: &str = "^[A-Za-z0-9_-]{1,64}$";
/// Text that is not blank.
const TEXT: &str = "\\S";
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const DURATION: &str = "^\\s*[0-9]+(\\.[0-9]+)?\\s+(days?|weeks?|months?|years?)\\s*$";
const POINT: &str = "^[+-]?[0-9]+(\\.[0-9]+)?$";

/// The schema of a scenario file.
///
/// ```
/// let schema = zopa::scenario::schema();
/// assert!(schema["properties"]["parties"].is_object());
/// ```
pub fn schema() -> Value {
    of_file(&ROOT, "zopa scenario")
}

/// The schema of a study file.
///
/// ```
/// let schema = zopa::scenario::study_schema();
/// assert!(schema["properties"]["factors"].is_object());
/// ```
pub fn study_schema() -> Value {
    of_file(&STUDY, "zopa study")
}

fn of_file(keys: &Table, title: &str) -> Value {
    let mut schema = table(keys);
    if let Value::Object(root) = &mut schema {
        root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".into(), json!(title));
        if let Some(needed) = needed_in_peace(keys) {
            root.insert("if".into(), json!({ "not": is_alternating() }));
            root.insert("then".into(), needed);
        }
        root.insert("$defs".into(), definitions(keys));
    }
    schema
}

/// Does a file name the protocol of alternating offers?
fn is_alternating() -> Value {
    let word = json!({ "const": Process::WORDS[1] });
    let table = json!({
        "type": "object", "properties": { "kind": word }, "required": ["kind"]
    });
    json!({
        "required": ["protocol"], "properties": { "protocol": { "anyOf": [word, table] } }
    })
}

/// What has to be there in the peace process only, table by table.
fn needed_in_peace(keys: &Table) -> Option<Value> {
    let needed = keys.keys.iter().filter(|key| key.need == Need::RequiredInPeace);
    let required: Vec<&str> = needed.map(|key| key.name).collect();
    let mut properties = Map::new();
    for key in keys.keys {
        let inner = match key.kind {
            Kind::Table(keys) => needed_in_peace(keys),
            Kind::Map(MapOf { kind: Kind::Table(keys), .. }) => {
                needed_in_peace(keys).map(|needed| json!({ "additionalProperties": needed }))
            }
            _ => None,
        };
        properties.extend(inner.map(|inner| (key.name.to_owned(), inner)));
    }
    let asks = !required.is_empty() || !properties.is_empty();
    asks.then(|| json!({ "required": required, "properties": properties }))
}

/// Numbers in every form, one definition for each bounds.
fn definitions(keys: &Table) -> Value {
    let mut all = Vec::new();
    bounds_in(keys, &mut all);
    let mut definitions = Map::new();
    for bounds in all {
        definitions.insert(number_name(bounds, true), number(bounds, true));
        definitions.insert(number_name(bounds, false), number(bounds, false));
    }
    Value::Object(definitions)
}

/// The bounds of every uncertain number below a table.
fn bounds_in(keys: &Table, all: &mut Vec<Bounds>) {
    fn of_kind(kind: Kind, all: &mut Vec<Bounds>) {
        match kind {
            Kind::Number(bounds)
            | Kind::Months(bounds)
            | Kind::MonthsOrDay(bounds)
            | Kind::WordOrNumber(_, bounds)
                if !all.contains(&bounds) =>
            {
                all.push(bounds);
            }
            Kind::OnScale | Kind::Place | Kind::Change | Kind::Changes(..) => {
                of_kind(Kind::Number(Bounds::ANY), all);
            }
            Kind::Table(keys)
            | Kind::WordOr(_, keys)
            | Kind::WordsOr(_, keys, ..)
            | Kind::FlagOr(keys) => bounds_in(keys, all),
            Kind::Map(map) => of_kind(map.kind, all),
            Kind::List(list) => bounds_in(list.table, all),
            _ => {}
        }
    }
    for key in keys.keys {
        of_kind(key.kind, all);
    }
}

fn number_name(bounds: Bounds, sourced: bool) -> String {
    let end = |number: f64| match number.abs() {
        LARGEST => "any".to_owned(),
        _ => number.to_string(),
    };
    let open = if bounds.open { "above-" } else { "" };
    let bare = if sourced { "" } else { "-bare" };
    format!("number-{open}{}-to-{}{bare}", end(bounds.min), end(bounds.max))
}

fn reference(bounds: Bounds, sourced: bool) -> Value {
    json!({ "$ref": format!("#/$defs/{}", number_name(bounds, sourced)) })
}

/// A number in any form; `sourced` when it may have a source of its own.
fn number(bounds: Bounds, sourced: bool) -> Value {
    let mut forms = vec![
        plain(bounds),
        json!({
            "type": "array", "items": plain(bounds), "minItems": 3, "maxItems": 3,
            "description": "Low, most likely, high."
        }),
    ];
    for form in FORMS {
        if std::ptr::eq(form, &raw const SOURCED) && !sourced {
            continue;
        }
        let mut schema = table(form);
        if let Some(value) = schema.pointer_mut("/properties/value") {
            *value = reference(bounds, false);
        }
        for name in ["uniform", "triangular", "pert", "choice"] {
            if let Some(items) = schema.pointer_mut(&format!("/properties/{name}/items")) {
                *items = plain(bounds);
            }
        }
        forms.push(schema);
    }
    json!({ "anyOf": forms, "description": format!("A number in any form, {}.", bounds.rule()) })
}

fn plain(bounds: Bounds) -> Value {
    let min = if bounds.open { "exclusiveMinimum" } else { "minimum" };
    json!({ "type": "number", min: bounds.min, "maximum": bounds.max })
}

fn table(keys: &Table) -> Value {
    let mut properties = Map::new();
    for key in keys.keys {
        properties.insert(key.name.to_owned(), property(key));
        for (former, _) in FORMER.into_iter().filter(|(_, now)| *now == key.name) {
            let mut known = property(key);
            known["deprecated"] = Value::Bool(true);
            properties.insert(former.to_owned(), known);
        }
    }
    let required: Vec<&str> =
        keys.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object", "description": keys.doc, "properties": properties,
        "required": required, "additionalProperties": false
    });
    if !keys.one_of.is_empty() {
        let alternatives: Vec<Value> =
            keys.one_of.iter().map(|name| json!({ "required": [name] })).collect();
        schema["oneOf"] = Value::Array(alternatives);
    }
    schema
}

fn property(key: &Key) -> Value {
    let mut schema = of_kind(key.kind);
    let (default, rule) = match key.need {
        Need::Number(number) => (Some(json!(number)), None),
        Need::Uniform(low, high) => (Some(json!({ "uniform": [low, high] })), None),
        Need::Pert(low, mode, high) => (Some(json!({ "pert": [low, mode, high] })), None),
        Need::Triangular(low, mode, high) => (Some(json!([low, mode, high])), None),
        Need::Flag(flag) => (Some(json!(flag)), None),
        Need::Text(text) => (Some(json!(text)), None),
        Need::Rule(rule) => (None, Some(rule)),
        Need::Required | Need::RequiredInPeace | Need::Optional => (None, None),
    };
    let description = match rule {
        Some(rule) => format!("{} Default: {rule}.", key.doc),
        None => key.doc.to_owned(),
    };
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".into(), json!(description));
        if let Some(default) = default {
            schema.insert("default".into(), default);
        }
    }
    schema
}

fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Text | Kind::Refer(_) | Kind::Quantity => {
            json!({ "type": "string", "pattern": TEXT })
        }
        Kind::Texts(min, max) | Kind::Refers(_, min, max) => json!({
            "type": "array", "items": { "type": "string", "pattern": TEXT },
            "minItems": min, "maxItems": max
        }),
        Kind::Name => json!({ "type": "string", "pattern": NAME }),
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Date => json!({ "type": "string", "format": "date", "pattern": DATE }),
        Kind::Duration => json!({ "type": "string", "pattern": DURATION }),
        Kind::Months(bounds) => {
            json!({ "anyOf": [of_kind(Kind::Duration), reference(bounds, true)] })
        }
        Kind::MonthsOrDay(bounds) => json!({ "anyOf": [
            of_kind(Kind::Duration), of_kind(Kind::Date), reference(bounds, true)
        ] }),
        Kind::WordOrNumber(words, bounds) => {
            json!({ "anyOf": [{ "enum": words }, reference(bounds, true)] })
        }
        Kind::Plain(bounds) => plain(bounds),
        Kind::Seed => json!({ "anyOf": [
            { "type": "integer", "minimum": 0, "maximum": u64::MAX },
            { "type": "string", "pattern": "^[0-9]{1,20}$" },
        ] }),
        Kind::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Plains(min, max) => json!({
            "type": "array", "items": plain(Bounds::ANY), "minItems": min, "maxItems": max
        }),
        Kind::Number(bounds) => reference(bounds, true),
        Kind::OnScale => reference(Bounds::ANY, true),
        Kind::Place => json!({ "anyOf": [
            reference(Bounds::ANY, true), { "type": "string", "pattern": TEXT }
        ] }),
        Kind::Unsourced => reference(Bounds::ANY, false),
        Kind::Anchors => json!({
            "type": "object", "propertyNames": { "pattern": POINT },
            "additionalProperties": { "type": "string", "pattern": TEXT },
            "minProperties": 2, "maxProperties": 64
        }),
        Kind::Table(keys) => table(keys),
        Kind::WordOr(words, keys) => json!({ "anyOf": [{ "enum": words }, table(keys)] }),
        Kind::WordsOr(words, keys, min, max) => json!({
            "type": "array", "items": of_kind(Kind::WordOr(words, keys)),
            "minItems": min, "maxItems": max
        }),
        Kind::PlainOr(bounds, keys) => json!({ "anyOf": [plain(bounds), table(keys)] }),
        Kind::FlagOr(keys) => json!({ "anyOf": [{ "type": "boolean" }, table(keys)] }),
        Kind::Map(map) => map_of(map),
        Kind::List(list) => {
            json!({ "type": "array", "items": table(list.table), "maxItems": list.max })
        }
        Kind::Changes(min, max) => json!({
            "type": "array", "items": of_kind(Kind::Change), "minItems": min, "maxItems": max
        }),
        Kind::Change => json!({ "anyOf": [
            reference(Bounds::ANY, true),
            { "type": ["string", "boolean"] },
            rescale("scale", Bounds::NOT_NEGATIVE, "The file's number times this."),
            rescale("shift", Bounds::ANY, "The file's number plus this."),
        ] }),
    }
}

fn rescale(name: &str, bounds: Bounds, doc: &str) -> Value {
    json!({
        "type": "object", "properties": { name: plain(bounds) }, "required": [name],
        "additionalProperties": false, "description": doc
    })
}

fn map_of(map: &MapOf) -> Value {
    let mut schema = json!({
        "type": "object", "additionalProperties": of_kind(map.kind),
        "minProperties": map.min, "maxProperties": map.max
    });
    if map.refer.is_none() && !matches!(map.kind, Kind::Change) {
        schema["propertyNames"] = json!({ "pattern": NAME });
    }
    schema
}
