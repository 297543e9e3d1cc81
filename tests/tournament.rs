//! Tournaments: against a naive loop over games, by symmetry, and as the command prints them.

use assert_cmd::Command;
use serde_json::Value;
use zopa::engine::Trial;
use zopa::engine::alternating::{Closing, Game, Yardstick};
use zopa::montecarlo::{Draws, Entrant, Plan, Tournament, seatings, tournament};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

const HAGGLE: &str = r#"title = "A haggle"
protocol = { kind = "alternating-offers", rounds = 12 }
[issues.price]
points = 9
anchors = { 0 = "low", 100 = "high" }
[issues.extra]
options = ["none", "some", "much"]
[parties.buyer]
acceptance = "next"
outside = { reservation = [0.1, 0.2, 0.4] }
[parties.buyer.positions]
price = { ideal = 0, salience = [0.4, 0.6, 0.8] }
extra = { scores = { none = 0, some = 70, much = 100 }, salience = 0.4 }
[parties.seller]
outside = { reservation = [0.1, 0.3, 0.5] }
[parties.seller.positions]
price = { ideal = 100, salience = 0.7 }
extra = { scores = { none = 100, some = 80, much = 0 }, salience = 0.3 }
"#;

const NAMES: [&str; 4] = ["boulware", "conceder", "random", "tit-for-tat"];

fn entrants() -> Vec<Entrant> {
    NAMES.into_iter().map(|name| Entrant::named(name).unwrap()).collect()
}

fn play(text: &str, worlds: u64, threads: usize, chunk: u64) -> Tournament {
    let scenario = load("haggle.toml", text, &LoadOptions::default()).unwrap().scenario;
    let plan = Plan { seed: Seed(3), worlds, threads, chunk, ..Plan::default() };
    tournament(&scenario, &entrants(), &plan, &()).unwrap()
}

/// Gains of all seatings, one game at a time, with the tactics written into the file.
#[test]
fn a_naive_loop_over_games_gives_the_same_scores() {
    let worlds = 30;
    let mut gains = vec![Vec::new(); NAMES.len()];
    let mut nash = vec![Vec::new(); NAMES.len()];
    let mut alone = vec![Vec::new(); NAMES.len()];
    for (first, buyer) in NAMES.into_iter().enumerate() {
        for (second, seller) in NAMES.into_iter().enumerate() {
            let set =
                |party: &str, tactic: &str| (format!("parties.{party}.tactic"), tactic.to_owned());
            let overrides = vec![set("buyer", buyer), set("seller", seller)];
            let options = LoadOptions { overrides, ..LoadOptions::default() };
            let scenario = load("haggle.toml", HAGGLE, &options).unwrap().scenario;
            let mut draws = Draws::new(&scenario, Seed(3), &[]);
            draws.seek(0);
            for world in 0..worlds {
                let trial = Trial { world, history: 0 };
                let mut game = Game::new(&scenario, Seed(3), draws.draw(), trial);
                while game.play().is_some() {}
                let mut together = 0.0;
                for (party, entrant) in [(0, first), (1, second)] {
                    let wishes = game.world().wishes(party);
                    let gain = match game.closing() {
                        Some(Closing::Agreed { outcome, .. }) => {
                            let yardstick = Yardstick::of(game.world()).unwrap();
                            nash[entrant].push(yardstick.measure(outcome).nash);
                            wishes.utility(outcome) - wishes.reservation()
                        }
                        _ => 0.0,
                    };
                    gains[entrant].push(gain);
                    together += gain / 2.0;
                }
                if first == second {
                    alone[first].push(together);
                }
            }
        }
    }
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let played = play(HAGGLE, worlds, 2, 5);
    assert_eq!((played.worlds, played.seatings), (worlds, 16));
    for place in &played.places {
        let entrant = place.entrant;
        assert!((place.gain.value - mean(&gains[entrant])).abs() < 1e-8, "{}", NAMES[entrant]);
        assert!((place.nash.unwrap() - mean(&nash[entrant])).abs() < 1e-8);
        assert!((place.alone.value - mean(&alone[entrant])).abs() < 1e-8);
        let agreed = nash[entrant].len() as f64 / gains[entrant].len() as f64;
        assert!((place.agreed - agreed).abs() < 1e-12);
        // Both breakdowns have the score as their mean.
        assert!((mean(&place.by_seat) - place.gain.value).abs() < 1e-8);
        assert!((mean(&place.against) - place.gain.value).abs() < 1e-8);
    }
    let scores: Vec<f64> = played.places.iter().map(|place| place.gain.value).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
    assert!(played.places[0].behind.is_none());
    for place in &played.places[1..] {
        let behind = place.behind.unwrap();
        assert!((behind.value - (scores[0] - place.gain.value)).abs() < 1e-8);
        assert!(behind.low <= behind.value && behind.value <= behind.high);
    }
}

#[test]
fn the_same_bits_for_any_number_of_threads_and_any_division() {
    assert_eq!(play(HAGGLE, 23, 1, 20), play(HAGGLE, 23, 2, 3));
}

#[test]
fn three_seats_have_the_cube_of_seatings() {
    let text = HAGGLE.to_owned()
        + "[parties.agent]\n[parties.agent.positions]\nextra = { scores = { none = 0, some = 100, much = 60 }, salience = 1 }\n";
    let played = play(&text, 5, 2, 2);
    assert_eq!(played.seatings, 64);
    for place in &played.places {
        let mean = place.by_seat.iter().sum::<f64>() / 3.0;
        assert!((mean - place.gain.value).abs() < 1e-8);
    }
    assert_eq!((seatings(8, 4), seatings(8, 5), seatings(0, 2)), (Some(4096), None, Some(0)));
}

fn zopa(arguments: &[&str]) -> (String, String, i32) {
    let output = Command::cargo_bin("zopa")
        .unwrap()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tournament", "scenarios/job-offer.toml", "--worlds", "4"])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

#[test]
fn the_command_prints_tables_json_and_csv() {
    let (text, _, code) = zopa(&[]);
    assert_eq!(code, 0);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert_eq!(text.matches("tit-for-tat").count(), 2, "{text}");
    let (text, _, _) = zopa(&["--json", "--tactics", "micro,polynomial=2"]);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["result"]["seatings"], 4);
    assert_eq!(json["result"]["places"].as_array().unwrap().len(), 2);
    assert!(
        json["result"]["places"][0]["gain"]["value"].as_f64()
            >= json["result"]["places"][1]["gain"]["value"].as_f64()
    );
    let (text, _, _) = zopa(&["--csv", "--tactics", "micro,linear"]);
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(
        rows.headers().unwrap(),
        ["rank", "tactic", "item", "other", "value", "low", "high"].as_slice()
    );
    assert_eq!(rows.records().map(Result::unwrap).filter(|row| &row[2] == "gain").count(), 2);
}

#[test]
fn what_cannot_be_played_is_said() {
    let (_, told, code) = zopa(&["--tactics", "boulwar"]);
    assert_eq!(code, 2);
    assert!(told.contains("“boulwar” is no tactic"), "{told}");
    let (_, told, code) = zopa(&["--tactics", "micro,micro"]);
    assert_eq!((code, told.contains("twice")), (2, true), "{told}");
    let output = Command::cargo_bin("zopa")
        .unwrap()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tournament", "scenarios/two-party.toml"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("peace process"));
}

/// People are drawn world by world, the same for any number of threads.
#[test]
fn people_take_part() {
    let (text, _, code) = zopa(&["--json", "--tactics", "people,hard-liner"]);
    assert_eq!(code, 0);
    let json: Value = serde_json::from_str(&text).unwrap();
    let place = |name: &str| {
        let places = json["result"]["places"].as_array().unwrap();
        places.iter().find(|place| place["tactic"] == name).unwrap().clone()
    };
    assert!(place("people")["self_play"]["value"].as_f64().unwrap() > 0.0);
    assert_eq!(place("hard-liner")["self_play"]["value"].as_f64(), Some(0.0));
    let (again, _, _) = zopa(&["--json", "--threads", "1", "--tactics", "people,hard-liner"]);
    assert_eq!(again, text);
}
