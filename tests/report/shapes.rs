//! Scenarios of every shape make a page that reads: without a war, with options, without questions, with a
//! deal that is never signed, with nothing uncertain.

use serde_json::Value;

use super::markup::read;
use super::{page_and_json, run, shipped};
use crate::cli_run::File;

/// The text of a section as a reader has it.
fn section(page: &str, id: &str) -> String {
    let (pieces, _) = read(page);
    let inside = pieces.iter().filter(|piece| {
        piece.within.iter().any(|tag| tag.name == "section" && tag.get("id") == Some(id))
    });
    inside.filter(|piece| !piece.is_in("svg")).map(|piece| piece.text.as_str()).collect()
}

const TWO: &str = r#"
title = "Two"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "3 months" }
[issues.price]
anchors = { 0 = "nothing", 100 = "all" }
[parties.buyer]
role = "principal"
influence = 1
outside.reservation = BUYER
positions.price = { ideal = 0, limit = 60, salience = 1 }
[parties.seller]
role = "principal"
influence = 1
outside.reservation = SELLER
positions.price = { ideal = 100, limit = 40, salience = 1 }
"#;

fn two(buyer: &str, seller: &str) -> String {
    TWO.replace("BUYER", buyer).replace("SELLER", seller)
}

#[test]
fn a_deal_that_is_never_signed_is_no_deal_to_tell() {
    let file = File::new("never.toml", &two("0.95", "0.95"));
    let (page, json) = page_and_json(file.path(), &[]);
    let answer = section(&page, "answer");
    assert!(answer.starts_with("The answerLess than remote. A package is signed by "), "{answer}");
    assert!(answer.contains("in none of the 960 was there a signature."), "{answer}");
    assert!(section(&page, "when").contains("No package was signed at any time."));
    assert!(section(&page, "terms").contains("No history ended in a signature"));
    assert!(section(&page, "lasting").contains("nothing to last"));
    assert!(section(&page, "gains").contains("no package suits all who must sign"), "{page}");
    let kinds: Vec<&str> =
        json["stories"].as_array().unwrap().iter().map(|s| s["kind"].as_str().unwrap()).collect();
    assert!(!kinds.contains(&"typical-deal") && kinds.contains(&"typical-failure"), "{kinds:?}");
    assert!(!page.contains("NaN") && !page.contains(">inf<"), "a number that is none");
}

#[test]
fn where_nothing_is_asked_or_unsure_the_page_says_so() {
    let file = File::new("sure.toml", &two("0.2", "0.2"));
    let (page, json) = page_and_json(file.path(), &[]);
    assert_eq!(section(&page, "questions"), "", "nothing was asked");
    assert!(section(&page, "limits").contains("No home front has a say"));
    assert!(!page.contains("This case is about a war"));
    assert_eq!(json["known"]["uncertain"], Value::from(0));
    assert!(section(&page, "answer").contains("A package is signed by"), "{page}");
    assert!(section(&page, "stories").contains("A typical deal"));
}

#[test]
fn a_war_is_named_and_options_are_told() {
    let page = run(&shipped("northland"), &[]);
    assert!(page.contains("This case is about a war."));
    let page = run(&shipped("harbour"), &[]);
    assert!(section(&page, "terms").contains("Signed most often: "));
    for id in
        ["answer", "chain", "when", "terms", "blockers", "lasting", "gains", "hinges", "method"]
    {
        assert!(section(&page, id).len() > 60, "{id}: {}", section(&page, id));
    }
}

/// The order of a briefing.
#[test]
fn sections_stand_in_the_order_of_a_briefing() {
    let page = run(&shipped("northland"), &["--variants"]);
    let (_, tags) = read(&page);
    let order: Vec<&str> =
        tags.iter().filter(|tag| tag.name == "section").filter_map(|tag| tag.get("id")).collect();
    assert_eq!(
        order,
        [
            "answer",
            "chain",
            "questions",
            "when",
            "terms",
            "blockers",
            "lasting",
            "gains",
            "hinges",
            "comparison",
            "opinions",
            "stories",
            "assumptions",
            "method",
            "limits"
        ]
    );
}

#[test]
fn a_game_is_told_in_rounds() {
    let (page, json) = page_and_json(&shipped("job-offer"), &[]);
    assert!(section(&page, "answer").contains("They agree within 30 rounds in "), "{page}");
    assert!(section(&page, "deals").contains("rounds to the deal"));
    assert!(section(&page, "assumptions").contains("gives way late (Boulware)"));
    for (id, why) in [("lasting", "nothing can collapse"), ("opinions", "no text is drafted")] {
        assert_eq!(section(&page, id), "", "{why}");
    }
    for word in ["ratified", "0000", "month"] {
        assert!(!section(&page, "when").contains(word), "{word}");
    }
    // Nobody states a red line: no mark says where somebody stops.
    let limits = json["inputs"].as_array().unwrap().iter();
    assert!(limits.clone().all(|input| !input["path"].as_str().unwrap().ends_with("red_line")));
    assert!(!section(&page, "terms").contains("limit"), "{}", section(&page, "terms"));
}

#[test]
fn odds_by_round_are_those_of_a_question_by_that_round() {
    let (_, json) = page_and_json(&shipped("job-offer"), &[]);
    let by_time = json["run"]["result"]["by_time"].as_array().unwrap();
    let then = by_time.iter().find(|at| at["round"] == 25).unwrap();
    assert_eq!(then["signed"]["value"], json["run"]["result"]["questions"][0]["estimate"]["value"]);
    assert_eq!(
        by_time.last().unwrap()["signed"]["value"],
        json["run"]["result"]["chain"][2]["estimate"]["value"]
    );
}

#[test]
fn offers_that_never_meet_make_a_page_too() {
    let stubborn = [
        "--set",
        r#"parties.candidate.tactic="hard-liner""#,
        "--set",
        r#"parties.firm.tactic="hard-liner""#,
    ];
    let (page, json) = page_and_json(&shipped("job-offer"), &stubborn);
    assert_eq!(json["run"]["result"]["chain"][2]["estimate"]["value"], 0.0);
    assert!(section(&page, "answer").contains("in none of the 960 did they agree."), "{page}");
    assert_eq!(section(&page, "deals"), "", "no deal to measure");
    assert!(section(&page, "blockers").contains("of all histories"));
    assert!(!page.contains("NaN") && !page.contains(">inf<"), "a number that is none");
}
