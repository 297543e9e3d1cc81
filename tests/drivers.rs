//! What the answer hangs on: the methods agree with one another and with a run, find nothing where
//! there is nothing, and the command says so.

use std::process::Output;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use zopa::analysis::binomial_noise_variance;
use zopa::analysis::breakeven::BreakEven;
use zopa::analysis::design::{Saltelli, SaltelliOutputs, random};
use zopa::analysis::drivers::{
    Factor, LONGEST, Spread, Study, Swing, alternatives, compare, screen, share, swing, threshold,
};
use zopa::analysis::sobol::{self, Indices};
use zopa::math::Z95;
use zopa::model::{InputId, Scenario};
use zopa::montecarlo::{Link, Outcome, Playing, Progress};
use zopa::stream::{Purpose, Seed, StreamKey};

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};
use crate::support::{plan, shipped, shipped_text};

const SIGNED: Outcome = Outcome::Link(Link::Signed);
const LOWER: &str = "parties.lower.outside.reservation";
const UPPER: &str = "parties.upper.outside.reservation";
/// Inputs that cannot matter for a signature where nobody is at war.
const IDLE: [&str; 1] = ["model.durability_spread"];

fn study(scenario: &Scenario, histories: u64, threads: usize) -> Study {
    let own = |input| Factor { input, spread: Spread::Own };
    let playing = Playing { outcome: SIGNED, seed: Seed(42), histories, threads };
    Study { factors: scenario.uncertain_inputs().map(own).collect(), playing }
}

fn id(scenario: &Scenario, path: &str) -> InputId {
    scenario.input_id(path).unwrap()
}

fn indices(outcome: sobol::Outcome) -> Indices {
    match outcome {
        sobol::Outcome::Indices(indices) => indices,
        other => panic!("{other:?}"),
    }
}

/// The top drivers are the same by four methods, idle inputs have no effect at all, and both
/// reservations lower the odds.
#[test]
fn drivers_of_a_signature_are_agreed_on() {
    let scenario = shipped("two-party", &[]);
    let top = [id(&scenario, LOWER), id(&scenario, UPPER)];

    let swings = swing(&scenario, &study(&scenario, 8, 0), 400, &()).unwrap();
    assert!(swings.swings[..2].iter().all(|s| top.contains(&s.input) && s.bar.swing.high < -0.2));

    let screening = screen(&scenario, &study(&scenario, 64, 0), 30, &()).unwrap();
    for effect in &screening.effects[..2] {
        assert!(top.contains(&effect.input) && effect.mu < -0.2 && effect.is_clear(), "{effect:?}");
        assert!(effect.sigma < 0.5 * effect.mu_star.value, "one way: {effect:?}");
    }

    let shares = share(&scenario, &study(&scenario, 8, 0), 512, &()).unwrap();
    let found = indices(shares.outcome.clone());
    let total = |input| {
        let place = shares.inputs.iter().position(|other| *other == Some(input)).unwrap();
        found.inputs[place]
    };

    let run = zopa::run(&scenario, &plan(42, 2000, 10));
    for explained in &run.inputs[..2] {
        assert!(top.contains(&explained.input));
        // First order by two methods; 512 rows leave a standard error of some 8 points.
        let first = total(explained.input).first.value;
        assert!((first - explained.variance_share).abs() < 0.25, "{first} {explained:?}");
        assert!(total(explained.input).total.low > 0.2);
    }
    for path in IDLE {
        let idle = id(&scenario, path);
        let bar = swings.swings.iter().find(|s| s.input == idle).unwrap().bar;
        // No history went otherwise: what 400 worlds leave open is z²/(400 + z²) to either side.
        let open = Z95 * Z95 / (400.0 + Z95 * Z95);
        assert!(bar.swing.value == 0.0 && (bar.swing.high - open).abs() < 1e-12, "{bar:?}");
        let effect = screening.effects.iter().find(|e| e.input == idle).unwrap();
        assert_eq!((effect.mu_star.high, effect.sigma, effect.by_chance), (0.0, 0.0, 0.0));
        let index = total(idle);
        assert_eq!((index.first.value, index.total.high), (0.0, 0.0));
    }
}

/// Of many inputs the longest bars are played to the end and most are not, and either are what they would be if
/// played alone in as many worlds.
#[test]
fn short_bars_drop_out_of_the_race() {
    let scenario = shipped("cases/korea-1951", &[]);
    let all = study(&scenario, 2, 0);
    let swings = swing(&scenario, &all, 300, &()).unwrap().swings;
    assert_eq!(swings.len(), all.factors.len());
    let (longest, others) = swings.split_at(LONGEST);
    let played = |swing: &Swing| swing.bar.worlds;
    assert!(longest[..LONGEST / 2].iter().all(|swing| played(swing) == 300));
    assert!(others.iter().filter(|swing| played(swing) < 200).count() > others.len() / 2);
    for swing_of in [&longest[0], &others[others.len() - 1]] {
        let factors = vec![Factor { input: swing_of.input, spread: Spread::Own }];
        let alone = Study { factors, ..all.clone() };
        let alone = swing(&scenario, &alone, played(swing_of) as u64, &()).unwrap().swings[0];
        assert_eq!((alone.odds, alone.bar.swing), (swing_of.odds, swing_of.bar.swing));
    }
}

/// A design that sets nothing is a run: the same worlds, the same luck, to the last history.
#[test]
fn worlds_of_a_design_are_those_of_a_run() {
    let scenario = shipped("two-party", &[]);
    let swings = swing(&scenario, &study(&scenario, 70, 0), 60, &()).unwrap();
    let run = zopa::run(&scenario, &plan(42, 60, 70));
    assert!((swings.base.value - run.estimate(SIGNED).value).abs() < 1e-12);
}

#[test]
fn threads_change_no_bit() {
    let scenario = shipped("two-party", &[]);
    let [one, three] = [1, 3].map(|threads| {
        let study = study(&scenario, 5, threads);
        let swings = swing(&scenario, &study, 50, &()).unwrap();
        let choices = compare(&scenario, &alternatives(&scenario), &study, &swings, &()).unwrap();
        let held = (id(&scenario, LOWER), (0.3, 0.6));
        (
            choices,
            screen(&scenario, &study, 10, &()).unwrap(),
            share(&scenario, &study, 16, &()).unwrap(),
            threshold(&scenario, &study, held, 0.5, 50, &()).unwrap(),
            swings,
        )
    });
    assert_eq!(one, three);
}

/// With the input at the value found, other worlds and other luck give the target.
#[test]
fn at_the_break_even_the_odds_are_the_target() {
    let scenario = shipped("two-party", &[]);
    let input = id(&scenario, LOWER);
    let found =
        threshold(&scenario, &study(&scenario, 10, 0), (input, (0.3, 0.55)), 0.5, 1500, &());
    let BreakEven::Once(crossing) = found.unwrap().unwrap().found else { panic!() };
    assert!(!crossing.upward);
    let mut other = plan(7, 3000, 10);
    other.fixed.push((input, crossing.at));
    let odds = zopa::run(&scenario, &other).estimate(SIGNED);
    // Each run has a standard error of about 0.7 and 0.5 points.
    assert!((odds.value - 0.5).abs() < 0.03, "{odds:?}");
}

/// Inputs not named are one more factor: the named keep their indices, the rest has what is left.
#[test]
fn unnamed_inputs_are_studied_together() {
    let scenario = shipped("two-party", &[]);
    let mut named = study(&scenario, 8, 0);
    named.factors.retain(|factor| factor.input == id(&scenario, LOWER));
    let shares = share(&scenario, &named, 1024, &()).unwrap();
    assert_eq!(shares.inputs, [Some(id(&scenario, LOWER)), None]);
    let found = indices(shares.outcome);
    for index in &found.inputs {
        assert!((0.3..0.75).contains(&index.total.value), "{index:?}");
    }
    assert!((found.first_order_sum - 1.0).abs() < 0.25, "{}", found.first_order_sum);
}

/// Odds p = 0.2 + 0.3x₁ + 0.4x₂x₃ seen through 8 histories a point, A and AB sharing their luck:
/// V₁ = 0.0075, V₂ = V₃ = 1/300, V₂₃ = 1/900.
#[test]
fn noise_of_pairs_is_taken_out_of_total_orders() {
    let (h, seeds) = (8.0, 60);
    let truth = [0.0075, 1.0 / 300.0 + 1.0 / 900.0, 1.0 / 300.0 + 1.0 / 900.0]
        .map(|part: f64| part / (0.0075 + 2.0 / 300.0 + 1.0 / 900.0));
    let (mut paired, mut global) = ([0.0; 3], [0.0; 3]);
    for seed in 0..seeds {
        let key = StreamKey::new(Seed(seed), Purpose::Design, "noise of pairs");
        let design = Saltelli::from_base(&random(6, 500, &key).unwrap()).unwrap();
        let (mut outputs, mut counts, mut noise) = (Vec::new(), Vec::new(), Vec::new());
        for (row, points) in design.points().rows().collect::<Vec<_>>().chunks(5).enumerate() {
            let histories = |point: usize| -> Vec<bool> {
                let x = points[point];
                let odds = 0.2 + 0.3 * x[0] + 0.4 * x[1] * x[2];
                let chance = 2 * row as u64 + u64::from(point == 4);
                let key = StreamKey::new(Seed(seed), Purpose::Try, "noise of pairs");
                let mut luck = key.world(chance, 0);
                (0..8).map(|_| luck.uniform() < odds).collect()
            };
            let all: Vec<Vec<bool>> = (0..5).map(histories).collect();
            let yes = |one: &[bool]| one.iter().filter(|&&yes| yes).count() as f64;
            outputs.extend(all.iter().map(|one| yes(one) / h));
            counts.extend([0, 4].map(|point| yes(&all[point]) as u64));
            for mixed in &all[1..4] {
                let differ = all[0].iter().zip(mixed).filter(|(a, b)| a != b).count() as f64;
                let mean = (yes(mixed) - yes(&all[0])) / h;
                noise.push((differ - h * mean * mean) / (h * (h - 1.0)));
            }
        }
        let noise_variance = binomial_noise_variance(&counts, 8).unwrap();
        let settings = sobol::Settings { noise_variance, resamples: 2, ..Default::default() };
        let outputs = SaltelliOutputs::new(3, &outputs).unwrap();
        let estimate = |outputs| indices(sobol::indices(&outputs, &settings, &key).unwrap());
        let (with, without) =
            (estimate(outputs.with_pair_noise(&noise).unwrap()), estimate(outputs));
        for i in 0..3 {
            paired[i] += with.inputs[i].total.value / seeds as f64;
            global[i] += without.inputs[i].total.value / seeds as f64;
        }
    }
    for i in 0..3 {
        assert!((paired[i] - truth[i]).abs() < 0.05, "{paired:?} {truth:?}");
        // What holds for chance of their own takes out far too much here.
        assert!(global[i] < truth[i] - 0.2, "{global:?} {truth:?}");
    }
}

/// Stops as soon as anything is done.
#[derive(Default)]
struct Impatient(AtomicBool);

impl Progress for Impatient {
    fn advance(&self, _: u64, _: u64) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.0)
    }
}

#[test]
fn what_was_played_before_a_stop_counts_where_it_is_sound() {
    let scenario = shipped("two-party", &[]);
    let study = study(&scenario, 4, 1);
    let whole = swing(&scenario, &study, 32, &()).unwrap();
    let part = swing(&scenario, &study, 400, &Impatient::default()).unwrap();
    assert_eq!(part, whole, "the first worlds are those of a smaller study");
    let part = screen(&scenario, &study, 400, &Impatient::default()).unwrap();
    assert!((2..400).contains(&part.trajectories));
    assert_eq!(share(&scenario, &study, 1024, &Impatient::default()).unwrap().rows, 45);
    let held = (id(&scenario, LOWER), (0.3, 0.6));
    let none = threshold(&scenario, &study, held, 0.5, 400, &Impatient::default()).unwrap();
    assert_eq!(none, None, "half a search is no answer");
}

fn drivers(more: &[&str]) -> Output {
    let start = ["drivers", "scenarios/two-party.toml", "--histories", "4"];
    zopa(&[start.as_slice(), more].concat())
}

const METHODS: [&[&str]; 5] = [
    &["--worlds", "60"],
    &["--method", "morris", "--trajectories", "160"],
    &["--method", "sobol", "--points", "64"],
    &["--worlds", "60", "--breakeven", LOWER, "--target", "0.5"],
    &["--worlds", "60", "--of", "deal-by-spring", "--input", LOWER, "--input", UPPER],
];

#[test]
fn every_method_prints_words_json_and_csv() {
    for method in METHODS {
        let text = drivers(method);
        assert_eq!((code(&text), stderr(&text)), (0, ""), "{method:?}");
        for line in stdout(&text).lines() {
            assert!(line.chars().count() <= 80 && line.trim_end() == line, "{line}");
        }
        let told = stdout(&text);
        assert!(told.contains(LOWER) && !told.contains("NaN"), "{method:?}: {told}");
        let document: Value =
            serde_json::from_slice(&drivers(&[method, &["--json"]].concat()).stdout).unwrap();
        assert_eq!(document["schema_version"], 2);
        let word = document["result"]["method"].as_str().unwrap();
        assert!(document["result"][word.replace('-', "_")].is_object(), "{word}");
        let table = drivers(&[method, &["--csv"]].concat());
        let mut reader = csv::Reader::from_reader(table.stdout.as_slice());
        assert_eq!(
            reader.headers().unwrap(),
            &["method", "input", "item", "value", "low", "high"][..]
        );
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(&record[0], word);
            record[3].parse::<f64>().unwrap();
        }
        assert_eq!(stdout(&drivers(&[method, &["--threads", "3"]].concat())), stdout(&text));
    }
}

#[test]
fn structural_choices_stand_beside_the_bars() {
    let output = drivers(&["--worlds", "60", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let sets: Vec<&str> = document["result"]["tornado"]["structural"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| choice["set"].as_str().unwrap())
        .collect();
    assert_eq!(
        sets,
        [
            "model.stated_limits_weight=0",
            "model.stated_limits_weight=1",
            "mediation.style=facilitation",
            "mediation.style=formulation",
            "model.loss=quadratic",
            "durability.peacekeepers=true",
            "--variant good-wells",
        ]
    );
    let northland = shipped("northland", &[]);
    let sets: Vec<String> = alternatives(&northland).into_iter().map(|other| other.set).collect();
    for needed in ["model.stated_limits_weight=0", "model.stated_limits_weight=1"] {
        assert!(sets.iter().any(|set| set == needed), "{sets:?}");
    }
    assert!(sets.iter().any(|set| set.starts_with("no effect of issues.")), "{sets:?}");
}

#[test]
fn ranges_move_numbers_that_are_certain() {
    let fixed = "parties.upper.concession_speed";
    let given = drivers(&["--worlds", "60", "--json", "--input", &format!("{fixed}=0.2..2")]);
    let document: Value = serde_json::from_slice(&given.stdout).unwrap();
    let input = &document["result"]["tornado"]["inputs"][0];
    assert_eq!((&input["low"]["at"], &input["high"]["at"]), (&Value::from(0.2), &Value::from(2.0)));
    let share = drivers(&["--worlds", "60", "--json", "--input", fixed, "--range", "0.2"]);
    let document: Value = serde_json::from_slice(&share.stdout).unwrap();
    assert_eq!(document["result"]["tornado"]["inputs"][0]["low"]["at"], 0.4);
}

#[test]
fn odds_that_never_change_are_told_in_words() {
    let hopeless = [
        "--set",
        "parties.upper.outside.reservation=1",
        "--set",
        "parties.upper.readiness_spread=0",
    ];
    let constant = drivers(&[&hopeless[..], METHODS[2]].concat());
    assert!(stdout(&constant).contains("The odds are 0% in every world"), "{}", stdout(&constant));
    let nothing = drivers(&[&hopeless[..], METHODS[0]].concat());
    assert!(stdout(&nothing).contains("No input moves the odds"), "{}", stdout(&nothing));
    let nothing = drivers(&[&hopeless[..], METHODS[1]].concat());
    assert!(stdout(&nothing).contains("None of them has an effect"), "{}", stdout(&nothing));
    let never = drivers(&[&hopeless[..], METHODS[3]].concat());
    assert!(stdout(&never).contains("Never."), "{}", stdout(&never));
    let everywhere = drivers(&["--worlds", "60", "--breakeven", LOWER, "--target", "0"]);
    assert!(stdout(&everywhere).contains("Everywhere."), "{}", stdout(&everywhere));
}

/// What moves another outcome more than the one shown is told in a line.
#[test]
fn another_outcome_that_moves_more_is_named() {
    let text = crate::cli_compare::PRICE;
    let file = File::new(
        "price-drivers.toml",
        &text.replace("probability = 0.95", "probability = [0.1, 0.5, 0.9]"),
    );
    let path = "parties.b.ratification.probability";
    let start = ["drivers", file.path(), "--worlds", "100", "--input", path];
    let shown = zopa(&start);
    let told = stdout(&shown).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Another outcome moves more: “ratified” by +"), "{told}");
    assert!(told.contains(&format!("when {path} goes from low to high")), "{told}");
    assert!(told.contains("(--of ratified)"), "{told}");
    let other = zopa(&[&start[..], &["--of", "ratified"]].concat());
    let told = stdout(&other).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!told.contains(&format!("when {path} goes")), "{told}");
    let json = zopa(&[&start[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["result"]["tornado"]["inputs"][0]["elsewhere"]["of"], "ratified");
}

/// Odds near none have an interval that stays among odds.
#[test]
fn odds_of_a_break_even_stay_between_none_and_all() {
    let path = "parties.b.ratification.probability=0.001..0.02";
    let file = File::new("price-rare.toml", crate::cli_compare::PRICE);
    let start = ["drivers", file.path(), "--worlds", "20", "--histories", "2"];
    let asked = ["--breakeven", path, "--target", "0.5", "--of", "ratified"];
    let csv = zopa(&[&start[..], &asked, &["--csv"]].concat());
    let mut seen = 0;
    for line in stdout(&csv).lines().filter(|line| line.contains("odds at")) {
        let fields: Vec<f64> =
            line.split(',').skip(3).map(|field| field.parse().unwrap()).collect();
        assert!(
            0.0 <= fields[1]
                && fields[1] <= fields[0]
                && fields[0] <= fields[2]
                && fields[2] <= 1.0,
            "{line}"
        );
        seen += 1;
    }
    assert!(seen > 10, "{}", stdout(&csv));
    let text = zopa(&[&start[..], &asked].concat());
    assert!(stdout(&text).contains("(95% interval 0"), "{}", stdout(&text));
}

#[test]
fn mistakes_say_what_would_be_right() {
    for (arguments, expected, says) in [
        (&["--input", "parties.lower.outside.reservatoin"][..], 2, "did you mean `parties.lower.o"),
        (
            &["--input", "parties.upper.concession_speed"],
            2,
            "the file is sure of this number (0.5)",
        ),
        (&["--input", "parties.upper.concession_speed=2..1"], 2, "“2..1” is not a range"),
        (&["--input", "parties.upper.concession_speed=much"], 2, "write LOW..HIGH"),
        (&["--input", "parties.upper.concession_speed=-2..1"], 3, "parties.upper.concession_speed"),
        (&["--input", LOWER, "--input", LOWER], 2, "named twice"),
        (&["--of", "sealed"], 2, "no “sealed”; there are talks, ground, signed"),
        (&["--breakeven", LOWER], 2, "--target"),
        (&["--breakeven", LOWER, "--target", "25"], 2, "odds lie between 0 and 1"),
        (&["--breakeven", "parties.x", "--target", "0.5"], 2, "there is no input `parties.x`"),
        (&["--breakeven", LOWER, "--target", "0.5", "--method", "sobol"], 2, "--method"),
        (&["--method", "guess"], 2, "tornado"),
    ] {
        assert_fails(&drivers(arguments), expected, says);
    }
    let certain = shipped_text("two-party");
    let file = File::new("certain.toml", &certain.replace("[0.5, 1, 2]", "1"));
    let sets = [
        "model.stated_limits_weight=0.2",
        "model.durability_spread=0.5",
        "parties.upper.outside.reservation=0.4",
        "parties.lower.outside.reservation=0.4",
        "parties.upper.positions.water.limit=50",
        "parties.upper.positions.payment.limit=80",
        "parties.lower.positions.water.limit=40",
        "parties.lower.positions.water.red_line=30",
        "parties.lower.positions.payment.limit=120",
    ];
    let mut arguments = vec!["drivers", file.path()];
    for set in sets {
        arguments.extend(["--set", set]);
    }
    assert_fails(&zopa(&arguments), 2, "nothing in this scenario is uncertain");
}
