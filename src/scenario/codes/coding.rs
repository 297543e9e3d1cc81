//! Rules that code rows of a record.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::UNCODED,
        title: "A rule of coding has a gap",
        means: "A slot names a column that the rules do not have, or a code of its column is in no case or in several.",
        matters: "Somebody would have to decide a case by hand, which rules are there to spare.",
        example: "cases = [{ from = 1, to = 3, text = \"a\" }, { from = 3, text = \"b\" }]",
        instead: "cases = [{ from = 1, to = 2, text = \"a\" }, { from = 3, text = \"b\" }]",
    },
    Page {
        code: super::TEMPLATE,
        title: "A template of coding cannot be filled",
        means: "It names a slot that is not there, leaves one out, or a bracket or an <end> is missing.",
        matters: "The scenario would lack what a rule says, without anybody seeing it.",
        example: "cost = <costs>      # the slot is called cost",
        instead: "cost = <cost>",
    },
];
