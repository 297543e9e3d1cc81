//! `zopa map --package` and a run agree: what the page says of a text is what the engine makes of it.

use serde_json::Value;
use zopa::analysis::map::likely_inputs;
use zopa::engine::{Appraisal, Event, Seat, Signature, Table, Trial};
use zopa::model::Scenario;
use zopa::stream::Seed;

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::support::{look, scenario, shipped};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

/// The likeliest world, in which nobody's readiness strays.
fn calm(scenario: &Scenario) -> Vec<f64> {
    let mut world = likely_inputs(scenario);
    for party in &scenario.parties {
        world[party.readiness_spread.index()] = 0.0;
    }
    world
}

/// A text that was put to the vote of its signatories on the first day's terms.
#[derive(Clone, Debug, Default)]
struct Tabled {
    text: Vec<f64>,
    answers: Vec<(Appraisal, bool)>,
    signed: bool,
    signatures: Vec<Signature>,
}

/// The first text of a history, where nothing had changed since the first day: no round had ended, and no
/// pledge, event, meeting or interim deal had come.
fn first_text(seat: &mut Seat<'_>) -> Option<Tabled> {
    let (mut open, mut answering, mut signed) = (true, false, false);
    let mut first: Option<Tabled> = None;
    let mut onlooker = look(|t, event| match event {
        Event::Tabled { text, interim: None, .. } if open => {
            (open, answering) = (false, true);
            first = Some(Tabled { text: text.to_vec(), ..Tabled::default() });
        }
        Event::Answered { party, worth, readiness, noise, foresight, gain, crosses, accepts }
            if answering =>
        {
            assert_eq!((readiness, noise), (0.0, 0.0));
            let own = Appraisal { party, worth, foresight, gain, crosses };
            if let Some(first) = &mut first {
                first.answers.push((own, accepts));
            }
        }
        Event::Unripe { .. } | Event::Withheld { .. } if open => {}
        Event::Pledged { .. } if t <= 0.0 => {}
        _ => {
            signed |= answering && matches!(event, Event::Signed { .. });
            (open, answering) = (false, false);
        }
    });
    let history = seat.negotiate(&mut onlooker);
    let signatures = history.record.signatures.clone();
    let terms = history.record.terms.clone();
    drop(onlooker);
    let mut first = first?;
    first.signed = signed;
    // Another text may have been signed since.
    first.signatures = if terms == first.text { signatures } else { Vec::new() };
    Some(first)
}

/// Texts of the engine's own drafting, put to the map: every part, every sum and every yes is the same.
fn agrees(name: &str, scenario: &Scenario) -> (usize, usize) {
    let table = Table::new(scenario, Seed(11));
    let mut seat = Seat::new(&table);
    let world = calm(scenario);
    let (mut texts, mut signed) = (0, 0);
    for number in 0..60 {
        seat.enter(&world, Trial { world: number, history: 0 });
        for _ in 0..25 {
            let Some(first) = first_text(&mut seat) else { continue };
            let told = seat.at_start().with_pledges_of_the_day().appraise(&first.text);
            assert_eq!(told.len(), first.answers.len(), "{name}: {first:?}");
            for (own, (answer, accepts)) in told.iter().zip(&first.answers) {
                let says = format!("{name}: {own:?}, not {answer:?}");
                assert_eq!((own.party, own.crosses), (answer.party, answer.crosses), "{says}");
                assert_eq!(own.accepts(), *accepts, "{says}");
                let both = [own, answer].map(|one| {
                    let worth = &one.worth;
                    let parts = [worth.terms(), worth.paid, worth.dead_letter, one.votes()];
                    assert!(near(parts.iter().sum(), one.gain), "{says}");
                    let values = [worth.value, worth.outside, worth.survival, one.gain];
                    let odds = [one.foresight.own, one.foresight.all];
                    [&parts[..], &values, &odds].concat()
                });
                assert!(both[0].iter().zip(&both[1]).all(|(a, b)| near(*a, *b)), "{says}");
            }
            texts += 1;
            let all = told.iter().all(Appraisal::accepts);
            assert_eq!(all, first.signed, "{name}: {first:?}");
            for signature in first.signatures {
                let own = told.iter().find(|own| own.party == signature.party).unwrap();
                assert!(near(signature.margin(), own.gain) && near(signature.votes, own.votes()));
                signed += 1;
            }
        }
    }
    (texts, signed)
}

#[test]
fn a_run_decides_as_the_map_says() {
    let scene = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/twin_scenes/parliament.toml");
    let parliament = scenario(&std::fs::read_to_string(scene).unwrap());
    let sooner = [("clock.round", "1 month"), ("model.text_rate", "4")];
    let mut all = (0, 0);
    for (name, scenario) in [
        ("white-house-2025", shipped("white-house-2025", &sooner)),
        ("harbour", shipped("harbour", &sooner)),
        ("two-party", shipped("two-party", &[])),
        ("parliament", parliament),
    ] {
        let (texts, signed) = agrees(name, &scenario);
        println!("{name}: {texts} texts, {signed} signatures");
        assert!(texts > 20, "{name}: {texts}");
        all = (all.0 + texts, all.1 + signed);
    }
    assert!(all.1 > 20, "{all:?}");
}

fn given(args: &[&str]) -> Value {
    let output = zopa(&[&["map"][..], args, &["--worlds", "5", "--json"]].concat());
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    value["result"]["likely"]["given"].clone()
}

/// The parts add up to the worth, the worth to the yes, and with every pledge made and no votes ahead the
/// worth is the map's own gain.
#[test]
fn the_parts_add_up() {
    let number = |value: &Value| value.as_f64().unwrap();
    for (file, package) in [
        ("scenarios/two-party.toml", "water=60,payment=100,gauges=50"),
        ("scenarios/two-party.toml", "water=5,payment=0,gauges=0"),
        ("scenarios/harbour.toml", "site=north bay,operator=a joint board,levy=6,dredging=4"),
        ("tests/twin_scenes/parliament.toml", "water=60,road=60,watch=60"),
    ] {
        let given = given(&[file, "--package", package]);
        let all = given["signatories"].as_array().unwrap();
        let mut signed = given["withheld_by"].is_null();
        for one in all {
            let margin = one["margin"].as_object().unwrap();
            let sum: f64 = margin.values().map(number).sum();
            assert!(near(sum, number(&one["worth"])), "{one}");
            let signs = one["crosses_red_line_on"].is_null() && number(&one["worth"]) >= -1e-9;
            assert_eq!(one["signs"], signs, "{one}");
            signed &= signs;
            if number(&one["passes_at_all_homes"]) == 1.0 {
                let gains = given["package"]["gains"].as_array().unwrap();
                let own =
                    |gain: &&Value| gain["party"] == one["party"] && gain["home_front"] == false;
                let gain = number(&gains.iter().find(own).unwrap()["gain"]);
                assert!(near(gain, number(&one["worth_with_every_pledge"])), "{one}");
            }
        }
        assert_eq!(given["signed_on_first_day"], signed, "{given}");
    }
}

/// What decides is said in words: a vote at home, an alternative, a red line.
#[test]
fn what_decides_is_told() {
    let told = |args: &[&str]| {
        let output = zopa(&[&["map"][..], args, &["--worlds", "5"]].concat());
        assert_eq!((code(&output), stderr(&output)), (0, ""));
        let text = stdout(&output);
        assert!(text.lines().all(|line| line.chars().count() <= 80 || line.starts_with("zopa")));
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    };
    let home = "tests/twin_scenes/parliament.toml";
    let voted = told(&[home, "--package", "water=36,road=60,watch=60"]);
    for words in [
        "vell: no, ",
        " above no deal, but ",
        "its home front passes it with 23%",
        "league is asked once",
    ] {
        assert!(voted.contains(words), "{words}: {voted}");
    }
    for (package, words) in [
        ("water=32,payment=150,gauges=0", "Lower Ardo: no, 15.8 below no deal."),
        ("water=5,payment=0,gauges=0", "Lower Ardo: no, it crosses its red line on “Share of"),
        ("water=50,payment=100,gauges=50", "Lower Ardo: yes, 10.0 above no deal."),
    ] {
        let text = told(&["scenarios/two-party.toml", "--package", package]);
        assert!(text.contains(words), "{words}: {text}");
    }
}
