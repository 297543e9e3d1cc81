//! What docs/validation.md and the pages of docs/cases say of the odds, played again on fewer worlds.
//!
//! The docs' figures are of 4,000 worlds of 25 histories; here are 300 of 10, seeded alike. Odds of one half whose
//! worlds are all sure have a standard error of 2.9 points on 300 worlds: what the docs say has to lie within
//! [`TOLERANCE`].

use std::collections::BTreeMap;

use zopa::analysis::codings::agreements;
use zopa::model::Scenario;
use zopa::montecarlo::{Outcome, Plan};

use crate::cases_registry::{ADDED, Entry, coded, registry, text};
use crate::support::plan;

const WORLDS: u64 = 300;
const HISTORIES: u64 = 10;

/// Between odds of the docs and odds of so few worlds: two and a half standard errors at most.
const TOLERANCE: f64 = 0.075;

/// A question of a case with both codings' odds; the second's are none for the oldest cases.
#[derive(Debug)]
struct Asked {
    id: String,
    outcome: bool,
    odds: Vec<f64>,
}

fn odds(scenario: &Scenario) -> Vec<f64> {
    let plan = plan(42, WORLDS, HISTORIES);
    let summary = zopa::run(scenario, &plan);
    let questions = 0..scenario.questions.len();
    questions.map(|index| summary.estimate(Outcome::Question(index)).value).collect()
}

fn played(entry: &Entry) -> Vec<Asked> {
    let codings = if entry.is_of_the_protocol() {
        entry.codings().to_vec()
    } else {
        vec![coded(&format!("scenarios/cases/{}.toml", entry.case))]
    };
    let all: Vec<Vec<f64>> = codings.iter().map(odds).collect();
    let asked = codings[0].questions.iter().enumerate().map(|(index, asked)| Asked {
        id: asked.id.clone(),
        outcome: asked.resolved.as_ref().is_some_and(|resolved| resolved.outcome),
        odds: all.iter().map(|odds| odds[index]).collect(),
    });
    asked.collect()
}

/// The cells of the row of a page that begins with this cell, without the marks around a number.
fn row(page: &str, first: &str) -> Vec<String> {
    let start = format!("| {first} |");
    let line = page.lines().find(|line| line.starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("no row begins with {start}"));
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// A share as the docs write it: `<0.1%` is none, `>99.9%` all.
fn share(cell: &str) -> f64 {
    let number = cell.trim_start_matches(['<', '>']).trim_end_matches('%');
    number.parse::<f64>().unwrap_or_else(|_| panic!("{cell} is no share")) / 100.0
}

fn yes_or_no(outcome: bool) -> &'static str {
    if outcome { "yes" } else { "no" }
}

fn close(said: &str, found: f64, what: &str) {
    let said = share(said);
    assert!(
        (said - found).abs() < TOLERANCE,
        "{what}: the docs say {said}, {WORLDS} worlds {found}"
    );
}

fn squared(asked: &[Asked], coding: usize) -> f64 {
    let score = |one: &Asked| (one.odds[coding] - f64::from(u8::from(one.outcome))).powi(2);
    asked.iter().map(score).sum::<f64>() / asked.len() as f64
}

/// The questions of the two columns of docs/validation.md: whether they sign, whether it lasts.
fn columns(asked: &[Asked]) -> [Option<&Asked>; 2] {
    let of = |id: &str| asked.iter().find(|one| one.id == id);
    [of("agreement").or_else(|| of("settled")).or_else(|| of("six-weeks")), of("lasts")]
}

/// Every case: its row in docs/validation.md, the mean Brier scores of both codings and over all, and the table of
/// odds of its page.
#[test]
fn the_docs_say_what_the_model_says() {
    let validation = text("docs/validation.md");
    let mut scores: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for entry in registry().iter().filter(|entry| !entry.is_open()) {
        let name = &entry.case;
        let asked = played(entry);
        let cells = row(&validation, &format!("[{name}](cases/{name}.md)"));
        assert_eq!(cells[1], entry.kind, "{name}");
        // Case, kind, then for each column: was, first coding, its worlds, second coding; then both scores.
        for (column, found) in columns(&asked).into_iter().enumerate() {
            let cells = &cells[2 + 4 * column..6 + 4 * column];
            let Some(found) = found else {
                assert!(cells.iter().all(|cell| cell == "–"), "{name}: {cells:?}");
                continue;
            };
            assert_eq!(cells[0], yes_or_no(found.outcome), "{name}");
            close(&cells[1], found.odds[0], name);
            match found.odds.get(1) {
                Some(&second) => close(&cells[3], second, name),
                None => assert_eq!(cells[3], "–", "{name}"),
            }
        }
        for coding in 0..asked[0].odds.len() {
            let said: f64 = cells[10 + coding].parse().unwrap();
            let found = squared(&asked, coding);
            assert!((said - found).abs() < TOLERANCE, "{name}: Brier {said} and {found}");
            let each = asked.iter().map(|one| squared(std::slice::from_ref(one), coding));
            scores.entry(coding).or_default().extend(each);
        }
        if entry.is_of_the_protocol() {
            let page = text(&entry.page());
            for one in &asked {
                // The sheets have tables of questions with the same first cells: ours is the last.
                let cells = row(page.split(ADDED).nth(1).unwrap(), &format!("`{}`", one.id));
                close(&cells[1], one.odds[0], name);
                close(&cells[3], one.odds[1], name);
                assert_eq!(cells[5], yes_or_no(one.outcome), "{name}: {}", one.id);
            }
        }
    }
    let mean = |scores: &[f64]| scores.iter().sum::<f64>() / scores.len() as f64;
    assert_eq!(scores[&0].len(), 70);
    assert_eq!(scores[&1].len(), 48);
    // Errors of single odds average out over so many: a third of the tolerance is left.
    for (coding, label) in [(0, "all twenty, first codings"), (1, "thirteen, second codings")] {
        let cells = row(&validation, label);
        let said: f64 = cells[3].parse().unwrap();
        let found = mean(&scores[&coding]);
        assert!((said - found).abs() < TOLERANCE / 3.0, "{label}: {said} and {found}");
    }
}

/// The forecasts of what is still open, of both coders.
#[test]
fn open_questions_have_the_odds_of_the_docs() {
    let validation = text("docs/validation.md");
    for entry in registry().iter().filter(|entry| entry.is_open()) {
        let [first, second] = entry.codings();
        let found = [odds(&first), odds(&second)];
        for (index, asked) in first.questions.iter().enumerate() {
            let label = format!("[{0}](cases/{0}.md) `{1}`", entry.case, asked.id);
            let cells = row(&validation, &label);
            close(&cells[2], found[0][index], &label);
            close(&cells[4], found[1][index], &label);
        }
    }
}

/// How far two coders agree is no matter of chance: to the digits shown.
#[test]
fn coders_agree_as_far_as_the_docs_say() {
    let validation = text("docs/validation.md");
    for entry in registry().iter().filter(|entry| entry.is_of_the_protocol()) {
        let [first, second] = entry.codings();
        let found = agreements(&first, &second, Plan::SEED).unwrap_or_else(|unlike| {
            panic!("{}: the frames differ: {unlike:?}", entry.case);
        });
        let points = found.kinds.iter().find(|of| of.kind.is_none()).unwrap();
        let expected = [
            points.numbers.to_string(),
            points.same.to_string(),
            format!("{:.0}%", points.overlap * 100.0),
            format!("{:.1}", points.distance.unwrap() * 100.0),
            points.alpha.as_ref().map_or("–".to_owned(), |alpha| format!("{:.2}", alpha.value)),
        ];
        let cells = row(&validation, &entry.case);
        assert_eq!(cells[1..6], expected, "{}", entry.case);
    }
}

/// How far the limits of the two sides pass each other, the least yielding on either: mean over the issues on which
/// there are two sides, in points. Negative where they leave a gap.
fn room(scenario: &Scenario) -> f64 {
    let middle = |id: zopa::model::InputId| scenario.inputs[id.index()].prior.quantile(0.5);
    let mut rooms = Vec::new();
    for issue in 0..scenario.issues.len() {
        let (mut low_side, mut high_side) = (f64::INFINITY, f64::NEG_INFINITY);
        for party in scenario.principals() {
            let Some(position) = &scenario.parties[party].positions[issue] else { continue };
            let limit = middle(position.limit);
            if middle(position.ideal) < 50.0 {
                low_side = low_side.min(limit);
            } else {
                high_side = high_side.max(limit);
            }
        }
        if low_side.is_finite() && high_side.is_finite() {
            rooms.push(low_side - high_side);
        }
    }
    rooms.iter().sum::<f64>() / rooms.len() as f64
}

/// What hindsight knew: the room that coders left between limits, by what came of it.
#[test]
fn limits_leave_the_room_that_the_docs_say() {
    let validation = text("docs/validation.md");
    let rows = registry();
    let mut found: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for entry in rows.iter().filter(|entry| !entry.is_open()) {
        if entry.is_of_the_protocol() {
            for (which, coding) in ["first", "second"].iter().zip(entry.codings()) {
                let label = format!("the thirteen, {which} codings: {}", entry.outcome);
                found.entry(label).or_default().push(room(&coding));
            }
        } else {
            let coding = coded(&format!("scenarios/cases/{}.toml", entry.case));
            let label = format!("the seven: {}", entry.outcome);
            found.entry(label).or_default().push(room(&coding));
        }
    }
    assert_eq!(found.len(), 6);
    for (label, rooms) in &found {
        let mean = rooms.iter().sum::<f64>() / rooms.len() as f64;
        let shown = format!("{mean:+.1}").replace('-', "−");
        let cells = row(&validation, label);
        assert_eq!(cells[1..3], [rooms.len().to_string(), shown], "{label}");
    }
}
