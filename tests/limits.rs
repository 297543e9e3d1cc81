//! At every limit that docs/format.md states a scenario is not only read but played, and its answer is the
//! one that a smaller scenario of the same kind has; beyond the last trial it is refused.

use std::fmt::Write as _;

use zopa::model::Scenario;
use zopa::montecarlo::{TrialId, replay};
use zopa::present::explain::tell;
use zopa::render::terminal::terminal;
use zopa::results::story::Narrator;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{MAX_HISTORIES, MAX_WORLDS};

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};
use crate::support::{plan, scenario};

const HEAD: &str = "title = \"Limits\"\nas_of = 2026-01-05\n\
                    clock = { round = \"1 month\", horizon = \"6 months\" }\n";

/// So many principals, every second with the opposite wish, that all have this without a deal.
fn principals(count: usize, reservation: f64) -> String {
    let mut text = String::new();
    for at in 0..count {
        let ideal = at % 2 * 100;
        let _ = write!(
            text,
            "[parties.p{at}]\nrole = \"principal\"\ninfluence = 1\nreadiness_spread = 0\n\
             outside = {{ reservation = {reservation} }}\npositions.a = {{ limit = 50, ideal = {ideal}, \
             salience = 1 }}\n"
        );
    }
    text
}

/// Two issues, of which the second is a guarantee.
const ISSUES: &str = "[issues.a]\nanchors = { 0 = \"none\", 100 = \"all\" }\n\
                      [issues.g]\nanchors = { 0 = \"none\", 100 = \"strong\" }\n\
                      effect = { guarantee = { strong_end = 100 } }\n";

fn guarantors(count: usize) -> String {
    let one = |at: usize| {
        format!(
            "[parties.g{at}]\nrole = \"guarantor\"\ninfluence = 1\npledge = {{ strength = 0.2, rate = 1 }}\n\
             positions.g = {{ limit = 50, ideal = 0, salience = 1 }}\n"
        )
    };
    (0..count).map(one).collect()
}

fn share_with_common_ground(text: &str) -> f64 {
    let scenario = scenario(text);
    let summary = zopa::run(&scenario, &plan(1, 4, 2));
    summary.zopa_worlds.value
}

#[test]
fn common_ground_knows_every_signatory_up_to_64() {
    for count in [2, 32, 63, 64] {
        let text = |reservation| format!("{HEAD}{ISSUES}{}", principals(count, reservation));
        assert_eq!(share_with_common_ground(&text(0.99)), 0.0, "{count} principals");
        assert_eq!(share_with_common_ground(&text(0.01)), 1.0, "{count} principals");
    }
    for (count, others) in [(2, 2), (62, 2), (63, 1), (2, 62)] {
        let text = |reservation| {
            format!("{HEAD}{ISSUES}{}{}", principals(count, reservation), guarantors(others))
        };
        assert_eq!(share_with_common_ground(&text(0.99)), 0.0, "{count} and {others}");
        assert_eq!(share_with_common_ground(&text(0.01)), 1.0, "{count} and {others}");
    }
}

#[test]
fn sixty_four_parties_bargain_by_offers() {
    for count in [2, 64] {
        let mut text = "title = \"x\"\nprotocol = { kind = \"alternating-offers\", rounds = 5 }\n\
                        [issues.a]\noptions = [\"one\", \"two\"]\n"
            .to_owned();
        for at in 0..count {
            let _ = write!(
                text,
                "[parties.p{at}]\noutside = {{ reservation = 0.2 }}\npositions.a = {{ scores = {{ one = 100, \
                 two = {} }}, salience = 1 }}\n",
                at % 2 * 50
            );
        }
        let summary = zopa::run(&scenario(&text), &plan(1, 2, 2));
        assert_eq!(summary.chain.last().unwrap().estimate.value, 1.0, "{count}");
        assert!(summary.terms[0].options[0] == 1.0, "{count}");
    }
}

/// What two sides would agree on at once, with something added to the file.
fn easy(issues: &str, positions: &str, more: &str) -> String {
    let party = |name: &str| {
        format!(
            "[parties.{name}]\nrole = \"principal\"\ninfluence = 1\noutside = {{ reservation = 0.1 }}\n\
             [parties.{name}.positions]\n{positions}"
        )
    };
    format!("{HEAD}{issues}{}{}{more}", party("us"), party("them"))
}

const ONE: &str = "[issues.a]\nanchors = { 0 = \"none\", 100 = \"all\" }\n";
const SAME: &str = "a = { limit = 70, ideal = 80, salience = 1 }\n";

fn signed(scenario: &Scenario) -> f64 {
    let summary = zopa::run(scenario, &plan(1, 20, 5));
    assert_eq!(summary.zopa_worlds.value, 1.0);
    summary.chain[2].estimate.value
}

#[test]
fn as_many_issues_and_options_as_allowed_are_settled() {
    let usual = signed(&scenario(&easy(ONE, SAME, "")));
    assert!(usual > 0.5, "{usual}");
    let issue =
        |at: usize| format!("[issues.i{at}]\nanchors = {{ 0 = \"none\", 100 = \"all\" }}\n");
    let position = |at: usize| format!("i{at} = {{ limit = 70, ideal = 80, salience = 1 }}\n");
    let (issues, positions): (String, String) =
        ((0..32).map(issue).collect(), (0..32).map(position).collect());
    assert!(signed(&scenario(&easy(&issues, &positions, ""))) > 0.5);
    // Three issues of a hundred options are the million combinations that are allowed.
    let names: Vec<String> = (0..100).map(|at| format!("\"o{at}\"")).collect();
    let scores: Vec<String> = (0..100).map(|at| format!("o{at} = {at}")).collect();
    let of = |one: fn(usize, &str) -> String, list: &str| -> String {
        (0..3).map(|at| one(at, list)).collect()
    };
    let issues = of(|at, list| format!("[issues.i{at}]\noptions = [{list}]\n"), &names.join(", "));
    let positions = of(
        |at, list| format!("i{at} = {{ scores = {{ {list} }}, limit = 50, salience = 1 }}\n"),
        &scores.join(", "),
    );
    let scenario = scenario(&easy(&issues, &positions, ""));
    assert!(signed(&scenario) > 0.5);
    let summary = zopa::run(&scenario, &plan(1, 20, 5));
    assert!(summary.terms[0].options[99] > 0.5, "{:?}", summary.terms[0].options);
}

#[test]
fn sixty_four_anchors_are_words_for_places() {
    let anchors: Vec<String> =
        (0..64).map(|at| format!("{} = \"place {at}\"", f64::from(at) * 100.0 / 63.0)).collect();
    let quoted: Vec<String> = anchors
        .iter()
        .map(|anchor| {
            let (at, text) = anchor.split_once(" = ").unwrap();
            format!("\"{at}\" = {text}")
        })
        .collect();
    let issue = format!("[issues.a]\nanchors = {{ {} }}\n", quoted.join(", "));
    let scenario = scenario(&easy(&issue, SAME, ""));
    assert!(signed(&scenario) > 0.5);
    assert_eq!(zopa::present::in_words(&scenario.issues[0], 100.0), "place 63");
}

#[test]
fn ten_thousand_rounds_are_played_to_the_end() {
    let text = easy(ONE, SAME, "").replace(
        "round = \"1 month\", horizon = \"6 months\"",
        "round = \"1 day\", horizon = \"10000 days\"",
    );
    let scenario = scenario(&text);
    assert_eq!(scenario.clock.rounds, 10_000);
    assert!(signed(&scenario) > 0.99);
    let text = "title = \"x\"\nprotocol = { kind = \"alternating-offers\", rounds = 10000 }\n[issues.a]\n\
                points = 1000\nanchors = { 0 = \"none\", 100 = \"all\" }\n\
                [parties.p]\ntactic = \"hard-liner\"\npositions.a = { ideal = 0, salience = 1 }\n\
                [parties.q]\ntactic = \"conceder\"\npositions.a = { ideal = 100, salience = 1 }\n";
    let summary = zopa::run(&crate::support::scenario(text), &plan(1, 2, 2));
    // Who never concedes gets all, in the last round.
    let [_, low, _, high, _] = summary.terms[0].quantiles;
    assert!(low < 0.2 && high < 0.2, "{:?}", summary.terms[0].quantiles);
    let rounds = summary.deals.iter().find(|deal| deal.figure.word() == "rounds").unwrap();
    assert!(rounds.mean.value > 9_900.0, "{:?}", rounds.mean);
}

#[test]
fn events_effects_questions_and_variants_are_all_heard() {
    let effects = "{ add = \"trust.us.them\", by = 0.001 }, ".repeat(32);
    let mut more = String::new();
    for at in 0..256 {
        let _ = write!(
            more,
            "[[events]]\nname = \"e{at}\"\nat = 2026-02-01\neffects = [{}]\n",
            if at == 0 { &effects } else { "" }
        );
    }
    for at in 0..256 {
        let _ = write!(
            more,
            "[[questions]]\nid = \"q{at}\"\ntext = \"event {at}\"\nwhat = \"event\"\nevent = \"e{at}\"\n"
        );
    }
    for at in 0..64 {
        let _ = write!(
            more,
            "[variants.v{at}]\nset = {{ \"model.text_rate\" = {} }}\n",
            if at < 63 { 2 } else { 0 }
        );
    }
    // What never gets to a text runs to the end, and every event is due by then.
    let text =
        easy(ONE, SAME, &more).replacen("[issues.a]", "[model]\ntext_rate = 0\n[issues.a]", 1);
    let summary = zopa::run(&scenario(&text), &plan(1, 4, 2));
    assert_eq!(summary.questions.len(), 256);
    assert!(summary.questions.iter().all(|answer| answer.estimate.value == 1.0));
    // The last variant is played like the first.
    let text = easy(ONE, SAME, &more);
    let odds = |variant: &str| {
        let options = LoadOptions { variant: Some(variant.to_owned()), ..LoadOptions::default() };
        let loaded =
            load("x.toml", &text, &options).unwrap_or_else(|rejected| panic!("{rejected}"));
        zopa::run(&loaded.scenario, &plan(1, 10, 5)).chain[2].estimate.value
    };
    assert!(odds("v0") > 0.3 && odds("v63") == 0.0);
}

#[test]
fn the_longest_file_is_played() {
    let text = easy(ONE, SAME, "");
    let line = "# a comment\n";
    let most = zopa::scenario::LARGEST_TEXT;
    let mut long = text.clone() + &line.repeat((most - text.len()) / line.len());
    long += &"#".repeat(most - long.len());
    assert_eq!(long.len(), most);
    assert_eq!(signed(&scenario(&long)), signed(&scenario(&text)));
}

/// The last trial there is tells the story of its own draws; what would come after it is refused wherever
/// a trial or a world can be named.
#[test]
fn no_story_is_told_of_a_trial_that_does_not_exist() {
    let file = "scenarios/two-party.toml";
    for histories in [2_u64, 25, 1_000_000] {
        let last = (MAX_WORLDS * histories - 1).to_string();
        let beyond = (MAX_WORLDS * histories).to_string();
        let histories = histories.to_string();
        let explain =
            |trial: &str| zopa(&["explain", file, "--histories", &histories, "--trial", trial]);
        assert_eq!(code(&explain(&last)), 0);
        assert_fails(&explain(&beyond), 2, &format!("numbered from 0 to {last}"));
        assert_fails(&explain(&u64::MAX.to_string()), 2, &format!("numbered from 0 to {last}"));
    }
    let game = ["play", "scenarios/job-offer.toml", "--as", "candidate", "--script", "/dev/null"];
    let beyond = MAX_WORLDS.to_string();
    assert_eq!(code(&zopa(&[game.as_slice(), &["--world", &beyond]].concat())), 2);
    // A session may say what an option may not.
    let place = crate::cli_study::Place::new();
    let session = place.at("game.session");
    let output = zopa(&[game.as_slice(), &["--world", "7", "--session", &session]].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let kept = std::fs::read_to_string(&session).unwrap();
    assert!(kept.contains("\"world\":7"), "{kept}");
    std::fs::write(&session, kept.replace("\"world\":7", &format!("\"world\":{beyond}"))).unwrap();
    let output = zopa(&["play", "--resume", &session, "--script", "/dev/null"]);
    assert_fails(&output, 3, &format!("worlds are numbered from 0 to {}", MAX_WORLDS - 1));
    assert_fails(&zopa(&["debrief", &session]), 3, "worlds are numbered from 0 to");
}

/// Neighbours of the last world have draws of their own, in every kind of stream.
#[test]
fn the_last_worlds_have_draws_of_their_own() {
    let scenario = scenario(&crate::support::shipped_text("two-party"));
    let told = |number: u64| {
        let mut narrator = Narrator::new(&scenario);
        let played =
            replay(&scenario, &plan(42, 4_000, 25), TrialId(number), &mut narrator).unwrap();
        let story = terminal(&tell(&scenario, "", &narrator.story(&played.history())), 80);
        (played.values, story)
    };
    let last = MAX_WORLDS * 25 - 1;
    let stories = [0, 1, last - 25, last - 1, last].map(told);
    for (at, one) in stories.iter().enumerate() {
        assert!(stories[..at].iter().all(|other| other.1 != one.1), "{}", one.1);
    }
    assert_ne!(stories[2].0, stories[4].0, "two worlds");
    assert_eq!(stories[3].0, stories[4].0, "two histories of one world");
    let refused = |number: u64, histories: u64| {
        replay(&scenario, &plan(42, 1, histories), TrialId(number), &mut ())
            .unwrap_err()
            .to_string()
    };
    let none = format!("there is no trial {}; with 25 histories in each world", last + 1);
    assert_eq!(refused(last + 1, 25), format!("{none} they are numbered from 0 to {last}"));
    assert_eq!(
        refused(0, 0),
        format!("there is no trial 0; a world has 1 to {MAX_HISTORIES} histories, not 0")
    );
}

/// Every seed of the command line gives its own numbers, up to the largest; a study says which it takes.
#[test]
fn seeds_are_taken_whole_or_refused() {
    let run = |seed: &str| {
        let output =
            zopa(&["run", "scenarios/two-party.toml", "--worlds", "5", "--json", "--seed", seed]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output).to_owned()
    };
    let most = u64::MAX.to_string();
    assert!(run(&most).contains(&format!("\"seed\": {most}")));
    assert_ne!(run(&most), run(&(u64::MAX - 1).to_string()));
    let study = |seed: &str| {
        let place = crate::cli_study::Place::with(&crate::cli_study::SMALL.replacen(
            "[play]",
            &format!("[play]\nseed = {seed}"),
            1,
        ));
        let output = place.study("run", &[]);
        (code(&output), stderr(&output).to_owned())
    };
    // In quotes, too: TOML promises no whole numbers above 2⁶³ − 1.
    for seed in ["9223372036854775807", &most, &format!("\"{most}\"")] {
        let (code, said) = study(seed);
        assert_eq!(code, 0, "{seed}: {said}");
    }
    for seed in ["18446744073709551616", "\"18446744073709551616\"", "-1", "1.5"] {
        let (code, said) = study(seed);
        assert_eq!(code, 3, "{seed}: {said}");
        let plain = seed.trim_matches('"');
        let says = format!("`play.seed` is {plain}: it must be a whole number from 0 to {most}");
        assert!(said.contains(&says), "{seed}: {said}");
    }
}

/// Numbers of worlds and histories that no run could play are refused by the command, with the range.
#[test]
fn more_worlds_or_histories_than_can_be_played_are_refused() {
    let file = File::new("limits.toml", &easy(ONE, SAME, ""));
    for verb in ["run", "compare", "report", "discover", "drivers"] {
        for (option, most) in [("--worlds", "100000001"), ("--histories", "1000001")] {
            assert_fails(&zopa(&[verb, file.path(), option, most]), 2, option);
        }
    }
    let output = zopa(&["run", file.path(), "--worlds", "1", "--histories", "1000000", "--json"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let told: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(told["run"]["histories"], 1_000_000);
    let signed = &told["result"]["chain"][2];
    assert_eq!(signed["id"], "signed");
    assert!(signed["estimate"]["value"].as_f64().unwrap() > 0.5, "{signed}");
}
