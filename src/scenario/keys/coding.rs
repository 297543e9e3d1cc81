//! The file of rules of coding: which columns of a record are read, and what each code becomes.

use super::{Key, Kind, ListOf, MapOf, Table};

/// The whole file.
pub(crate) static RULES: Table = Table {
    what: "rules of coding",
    keys: &[
        Key::new("title", Kind::Text, "The record, in a few words.").required(),
        Key::new("sources", Kind::Texts(0, 1_000), "What the rules rest on."),
        Key::new("row", Kind::Table(&ROW), "What names a row, and when it begins.").required(),
        Key::new("columns", Kind::Map(&COLUMNS), "The columns that are read.").required(),
        Key::new("slots", Kind::Map(&SLOTS), "What goes into the template.").required(),
        Key::new("template", Kind::Table(&TEMPLATE), "The scenario with its slots.").required(),
    ],
    one_of: &[],
    doc: "Rules that code a row of a record as a scenario.",
};

static ROW: Table = Table {
    what: "what names a row",
    keys: &[
        Key::new("id", Kind::Text, "The column with a number or name of its own for each row.")
            .required(),
        Key::new("name", Kind::Text, "The column with its title.").required(),
        Key::new("year", Kind::Text, "The column with the year in which it begins.").required(),
        Key::new("month", Kind::Text, "The column with the month.").required(),
    ],
    one_of: &[],
    doc: "The columns that name a row and say when it begins.",
};

static COLUMNS: MapOf =
    MapOf { one: "column", kind: Kind::Table(&COLUMN), min: 1, max: 1_000, refer: None };

static COLUMN: Table = Table {
    what: "a column",
    keys: &[
        Key::new("title", Kind::Text, "What it says, code by code.").required(),
        Key::new("from", Kind::Whole(0, 1_000_000), "The least code.").required(),
        Key::new("to", Kind::Whole(0, 1_000_000), "The greatest code.").required(),
    ],
    one_of: &[],
    doc: "A column of whole numbers; an empty cell is one of which nothing is known.",
};

static SLOTS: MapOf =
    MapOf { one: "slot", kind: Kind::Table(&SLOT), min: 1, max: 1_000, refer: None };

static SLOT: Table = Table {
    what: "a slot",
    keys: &[
        Key::new("column", Kind::Text, "The column that decides.").required(),
        Key::new("source", Kind::Text, "Why these texts.").required(),
        Key::new("cases", Kind::List(&CASES), "The text for each code.").required(),
        Key::new("unknown", Kind::Text, "The text where the cell is empty.").required(),
    ],
    one_of: &[],
    doc: "A text that goes into the template, chosen by one column.",
};

static CASES: ListOf = ListOf { one: "case", table: &CASE, max: 1_000, named_by: None };

static CASE: Table = Table {
    what: "a case",
    keys: &[
        Key::new("from", Kind::Whole(0, 1_000_000), "From this code.").required(),
        Key::new("to", Kind::Whole(0, 1_000_000), "To this one.").or_text("from"),
        Key::new("text", Kind::Text, "What goes into the template.").required(),
    ],
    one_of: &[],
    doc: "What some codes become.",
};

static TEMPLATE: Table = Table {
    what: "the template",
    keys: &[Key::new("text", Kind::Text, "A scenario with slots in angle brackets.").required()],
    one_of: &[],
    doc: "The scenario that every row becomes.",
};
