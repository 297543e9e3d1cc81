//! The JSON Schema and the loader agree on the shape of a scenario.

use serde_json::json;
use toml::{Table, Value};
use zopa::scenario::{LoadOptions, TemplateKind, load, load_study, schema, study_schema, template};

use crate::dependence::HANGING;
use crate::support::shipped_text;

/// Codes of errors that are about shape alone: the schema refuses exactly these.
const SHAPE: [&str; 11] = [
    "Z0003", "Z0004", "Z0005", "Z0006", "Z0007", "Z0008", "Z0009", "Z0010", "Z0011", "Z0013",
    "Z0303",
];

/// Codes of errors that the schema knows in part: bounds of numbers, also inside variants, and
/// points of anchors.
const VALUE: [&str; 4] = ["Z0014", "Z0102", "Z0103", "Z0107"];

fn json_of(value: &Value) -> serde_json::Value {
    match value {
        Value::String(text) => json!(text),
        Value::Integer(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Boolean(flag) => json!(flag),
        Value::Datetime(date) => json!(date.to_string()),
        Value::Array(items) => items.iter().map(json_of).collect(),
        Value::Table(table) => json_of_table(table),
    }
}

fn json_of_table(table: &Table) -> serde_json::Value {
    table.iter().map(|(key, value)| (key.clone(), json_of(value))).collect()
}

/// Every way down to a key: names of tables and indices of lists.
fn paths(value: &Value, here: &[String], all: &mut Vec<Vec<String>>) {
    let mut down = |name: String, value: &Value| {
        let path: Vec<String> = here.iter().cloned().chain([name]).collect();
        paths(value, &path, all);
        all.push(path);
    };
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| down(key.clone(), value)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| down(index.to_string(), value));
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, path: &[String]) -> &'v mut Value {
    path.iter().fold(value, |value, name| match value {
        Value::Table(table) => table.get_mut(name).unwrap(),
        Value::Array(items) => &mut items[name.parse::<usize>().unwrap()],
        _ => unreachable!("paths lead through tables and lists"),
    })
}

fn drop_key(parent: &mut Value, name: &str) {
    match parent {
        Value::Table(table) => {
            table.remove(name);
        }
        Value::Array(items) => {
            items.remove(name.parse::<usize>().unwrap());
        }
        _ => unreachable!(),
    }
}

fn rename_key(parent: &mut Value, name: &str) {
    if let Value::Table(table) = parent {
        let value = table.remove(name).unwrap();
        table.insert(format!("{name}_x"), value);
    }
}

/// One of each kind of value, but dates: in JSON they are texts.
fn others() -> Vec<Value> {
    vec![
        Value::String("other words".into()),
        Value::String(" ".into()),
        Value::Integer(0),
        Value::Float(0.5),
        Value::Boolean(true),
        Value::Array(vec![]),
        Value::Array(vec![Value::Float(0.2), Value::Float(0.4)]),
        Value::Array(vec![Value::Float(0.2), Value::Float(0.4), Value::Float(0.6)]),
        Value::Table(Table::new()),
        Value::Table(
            [("uniform".to_owned(), Value::Array(vec![Value::Float(0.2); 2]))]
                .into_iter()
                .collect(),
        ),
    ]
}

fn mutations(original: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    paths(original, &[], &mut all);
    let mut mutated = Vec::new();
    for path in all {
        let (name, parent) = path.split_last().unwrap();
        let label = path.join(".");
        let mut change = |what: &str, edit: &dyn Fn(&mut Value)| {
            let mut value = original.clone();
            edit(at(&mut value, parent));
            mutated.push((format!("{what} {label}"), value));
        };
        change("drop", &|parent| drop_key(parent, name));
        change("rename", &|parent| rename_key(parent, name));
        for other in others() {
            change(&format!("{other} for"), &|parent| {
                *at(parent, std::slice::from_ref(name)) = other.clone();
            });
        }
    }
    mutated
}

#[test]
fn the_schema_is_a_schema() {
    jsonschema::draft202012::meta::validate(&schema()).unwrap();
}

/// Schema and reader agree on the shipped study and on each of its keys taken away or renamed.
#[test]
fn studies_are_what_their_schema_says() {
    jsonschema::draft202012::meta::validate(&study_schema()).unwrap();
    let validator = jsonschema::validator_for(&study_schema()).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/backstop.toml");
    let original: Value = std::fs::read_to_string(path).unwrap().parse::<Table>().unwrap().into();
    assert!(validator.is_valid(&json_of(&original)));
    let mut refused = 0;
    for (what, changed) in mutations(&original) {
        let text = toml::to_string(changed.as_table().unwrap()).unwrap();
        let codes: Vec<String> = match load_study("study.toml", &text) {
            Ok(_) => Vec::new(),
            Err(rejected) => rejected.report.iter().map(|found| found.code.to_string()).collect(),
        };
        let by_shape = codes.iter().any(|code| SHAPE.contains(&code.as_str()));
        let valid = validator.is_valid(&json_of(&changed));
        // Bounds, the schema knows as well; what factors and designs want of each other, it does not.
        let later =
            codes.iter().all(|code| code.starts_with("Z06") || VALUE.contains(&code.as_str()));
        assert!(by_shape != valid || later, "{what}: {codes:?}, and the schema says {valid}");
        refused += usize::from(!valid);
    }
    assert!(refused > 50, "{refused}");
}

#[test]
fn templates_and_scenarios_are_valid() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut texts: Vec<String> = TemplateKind::ALL.map(|kind| template(kind, "A title")).into();
    let shipped = std::fs::read_dir("scenarios").into_iter().flatten().flatten();
    texts.extend(
        shipped
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "toml"))
            .map(|entry| std::fs::read_to_string(entry.path()).unwrap()),
    );
    texts.push(shipped_text("white-house-2025") + HANGING);
    for text in texts {
        let table: Table = text.parse().unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&json_of_table(&table))
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        load("s", &text, &LoadOptions::default()).unwrap();
    }
}

#[test]
fn schema_and_loader_refuse_the_same_shapes() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut disagreements = Vec::new();
    let mut tried = 0;
    for kind in TemplateKind::ALL {
        let original: Table = template(kind, "A title").parse().unwrap();
        for (label, mutated) in mutations(&Value::Table(original)) {
            let text = toml::to_string(&mutated).unwrap();
            let codes: Vec<String> = match load("m", &text, &LoadOptions::default()) {
                Ok(_) => Vec::new(),
                Err(rejected) => {
                    rejected.report.iter().map(|found| found.code.to_string()).collect()
                }
            };
            let any_of = |some: &[&str]| codes.iter().any(|code| some.contains(&code.as_str()));
            let schema_refuses = !validator.is_valid(&json_of(&mutated));
            tried += 1;
            if any_of(&SHAPE) != schema_refuses && !(schema_refuses && any_of(&VALUE)) {
                disagreements
                    .push(format!("{label}: schema refuses: {schema_refuses}, loader: {codes:?}"));
            }
        }
    }
    assert!(tried > 3000, "{tried}");
    assert!(
        disagreements.is_empty(),
        "{} of {tried}:\n{}",
        disagreements.len(),
        disagreements.join("\n")
    );
}
