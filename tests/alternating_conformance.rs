//! One suite for every tactic, rule of acceptance and model of others, on random domains: legal moves,
//! bounds, an end in time, the same trace for the same seed, nothing seen of what others want, and the
//! same bits for any number of threads.

use allocation_counter::measure;
use zopa::engine::alternating::{Action, Closing, Game, Move};
use zopa::engine::{Cause, Ending, Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Plan};
use zopa::stream::{Seed, Stream};

use crate::support::{document, plan, scenario, stream};

const TACTICS: [&str; 12] = [
    "\"boulware\"",
    "\"linear\"",
    "\"conceder\"",
    "{ polynomial = 2.5 }",
    "{ exponential = 0.5 }",
    "\"tit-for-tat\"",
    "{ tit-for-tat = 3 }",
    "\"micro\"",
    "\"hard-liner\"",
    "\"random\"",
    "{ hybrid = { weight = 0.6, polynomial = 2, window = 2 } }",
    "{ choice = [\"micro\", \"random\", { polynomial = 0.5 }], weights = [1, 2, 1] }",
];
const RULES: [&str; 6] = [
    "\"threshold\"",
    "\"next\"",
    "{ constant = 0.7 }",
    "{ time = 0.8 }",
    "{ combined = 0.6 }",
    "{ combined = 0.6, expects = \"mean\" }",
];
const MODELS: [&str; 2] = ["\"none\"", "{ frequency = 0.1 }"];

fn below(draws: &mut Stream, count: usize) -> usize {
    (draws.uniform() * count as f64) as usize
}

/// The issues of a random domain, as text.
fn issues(draws: &mut Stream) -> (String, Vec<usize>) {
    let (mut text, mut options) = (String::new(), Vec::new());
    for issue in 0..=below(draws, 3) {
        if draws.uniform() < 0.3 {
            text += &format!(
                "[issues.i{issue}]\npoints = {}\nanchors = {{ 0 = \"a\", 100 = \"b\" }}\n",
                2 + below(draws, 6)
            );
            options.push(0);
        } else {
            let count = 2 + below(draws, 4);
            let names: Vec<String> = (0..count).map(|option| format!("\"o{option}\"")).collect();
            text += &format!("[issues.i{issue}]\noptions = [{}]\n", names.join(", "));
            options.push(count);
        }
    }
    (text, options)
}

/// A party with random wishes.
fn party(draws: &mut Stream, number: usize, options: &[usize], ways: &str) -> String {
    let reservation = draws.uniform() * 0.6;
    let mut text = format!(
        "[parties.p{number}]\n{ways}\noutside = {{ reservation = {{ uniform = [{:.3}, {reservation:.3}] }} }}\n[parties.p{number}.positions]\n",
        reservation / 2.0
    );
    for (issue, &count) in options.iter().enumerate() {
        let salience = 0.05 + draws.uniform();
        if count == 0 {
            let ideal = draws.uniform() * 100.0;
            text += &format!("i{issue} = {{ ideal = {ideal:.1}, salience = {salience:.3} }}\n");
            continue;
        }
        // Whole tens, so that there are ties.
        let scores: Vec<String> =
            (0..count).map(|option| format!("o{option} = {}", below(draws, 11) * 10)).collect();
        let refuses = if draws.uniform() < 0.15 { "refuses = [\"o0\"], " } else { "" };
        text += &format!(
            "i{issue} = {{ scores = {{ {} }}, {refuses}salience = {salience:.3} }}\n",
            scores.join(", ")
        );
    }
    text
}

fn head(rounds: usize) -> String {
    format!("title = \"Any\"\nprotocol = {{ kind = \"alternating-offers\", rounds = {rounds} }}\n")
}

fn ways(tactic: &str, rule: &str, model: &str) -> String {
    format!("tactic = {tactic}\nacceptance = {rule}\nopponent_model = {model}")
}

/// A random domain in which the first party has these ways and the others any.
fn domain(draws: &mut Stream, own: &str) -> Scenario {
    let mut text = head(1 + below(draws, 30));
    let (said, options) = issues(draws);
    text += &said;
    text += &party(draws, 0, &options, own);
    for other in 1..2 + below(draws, 2) {
        let theirs = ways(
            TACTICS[below(draws, TACTICS.len())],
            RULES[below(draws, RULES.len())],
            MODELS[below(draws, 2)],
        );
        text += &party(draws, other, &options, &theirs);
    }
    scenario(&text)
}

/// Calls `check` with every tactic, rule and model, in words and as a party's keys.
fn each_way(mut check: impl FnMut(&str)) {
    for tactic in TACTICS {
        for rule in RULES {
            for model in MODELS {
                check(&ways(tactic, rule, model));
            }
        }
    }
}

fn world_of(scenario: &Scenario, world: u64) -> Vec<f64> {
    let mut draws = Draws::new(scenario, Seed(7), &[]);
    draws.seek(world);
    draws.draw().to_vec()
}

fn play(scenario: &Scenario, values: &[f64], trial: Trial) -> Game {
    let mut game = Game::new(scenario, Seed(7), values, trial);
    while let Some(advised) = game.advice() {
        assert_eq!(game.check(advised), Ok(()));
        let made = game.play().unwrap();
        assert_eq!(made.action, advised);
    }
    game
}

/// What may be said of any game that tactics play.
fn check_game(game: &Game, label: &str) {
    let world = game.world();
    for Move { turn, action } in game.moves() {
        assert!(turn.round < world.rounds(), "{label}");
        if let Action::Offer(outcome) = *action {
            let wishes = world.wishes(turn.party);
            let value = wishes.utility(outcome);
            assert!(!wishes.refuses(outcome), "{label}");
            assert!(value >= wishes.reservation() - 1e-6, "{label}: {value}");
        }
    }
    let mut offers = game.moves().iter().filter(|made| matches!(made.action, Action::Offer(_)));
    match game.closing().unwrap() {
        Closing::Agreed { outcome, rounds, by } => {
            assert!((1..=world.rounds()).contains(&rounds), "{label}");
            let last = game.moves().last().unwrap();
            assert_eq!((last.action, last.turn.party), (Action::Accept, by), "{label}");
            let offered = offers.next_back().unwrap().action;
            assert_eq!(offered, Action::Offer(outcome), "{label}");
            for party in 0..world.parties() {
                let wishes = world.wishes(party);
                assert!(wishes.utility(outcome) >= wishes.reservation() - 1e-6, "{label}");
                assert!(!wishes.refuses(outcome), "{label}");
            }
        }
        Closing::Deadline => {
            assert_eq!(game.moves().len(), world.rounds() * world.parties(), "{label}");
        }
        Closing::WalkedAway { party, .. } => {
            let wishes = world.wishes(party);
            assert!(!wishes.order().iter().any(|&outcome| wishes.prefers(outcome as usize)));
        }
    }
}

#[test]
fn every_way_to_bargain_moves_legally_within_bounds_and_ends_in_time() {
    let mut draws = stream("conformance");
    let (mut deals, mut games) = (0, 0);
    each_way(|own| {
        for _ in 0..6 {
            let scenario = domain(&mut draws, own);
            for world in 0..2 {
                let values = world_of(&scenario, world);
                let trial = Trial { world, history: 3 };
                let game = play(&scenario, &values, trial);
                check_game(&game, own);
                let again = play(&scenario, &values, trial);
                assert_eq!(game.moves(), again.moves(), "{own}");
                games += 1;
                deals += u32::from(matches!(game.closing(), Some(Closing::Agreed { .. })));
            }
        }
    });
    // Both ends are met often.
    assert!(deals > games / 4 && deals < games * 19 / 20, "{deals} of {games}");
}

/// The same offers from others with altogether other wishes, tactics and alternatives: the party does
/// the same, move by move.
#[test]
fn nobody_sees_what_others_want() {
    let mut draws = stream("no-peeking");
    let mut changed = 0;
    each_way(|own| {
        for _ in 0..4 {
            let start = head(12);
            let (said, options) = issues(&mut draws);
            let me = party(&mut draws, 0, &options, own);
            let mut other = || {
                let theirs = ways(TACTICS[below(&mut draws, TACTICS.len())], RULES[0], MODELS[0]);
                party(&mut draws, 1, &options, &theirs)
            };
            let texts = [other(), other()].map(|other| format!("{start}{said}{me}{other}"));
            let games = texts.map(|text| {
                let scenario = scenario(&text);
                let values = Game::likely_draws(&scenario);
                Game::new(&scenario, Seed(7), &values, Trial::default())
            });
            let [mut one, mut two] = games;
            changed += u32::from(one.world().wishes(1) != two.world().wishes(1));
            let mut script = stream("script");
            while let Some(turn) = one.turn() {
                if turn.party == 0 {
                    assert_eq!(one.play(), two.play(), "{own}");
                } else {
                    let outcomes = one.world().outcomes().len();
                    let action = match script.uniform() {
                        share if share < 0.03 && one.check(Action::Accept).is_ok() => {
                            Action::Accept
                        }
                        _ => Action::Offer(below(&mut script, outcomes)),
                    };
                    assert_eq!(one.act(action), Ok(()));
                    assert_eq!(two.act(action), Ok(()));
                }
            }
            assert_eq!(one.closing(), two.closing(), "{own}");
        }
    });
    assert!(changed > 500, "{changed}");
}

#[test]
fn a_seat_plays_what_a_game_plays() {
    let mut draws = stream("seat-and-game");
    for _ in 0..60 {
        let own = ways(TACTICS[below(&mut draws, TACTICS.len())], RULES[0], MODELS[0]);
        let scenario = domain(&mut draws, &own);
        let table = Table::new(&scenario, Seed(7));
        let mut seat = Seat::new(&table);
        for world in 0..3 {
            let values = world_of(&scenario, world);
            seat.enter(&values, Trial { world, history: 0 });
            for history in 0..3 {
                let signed_at = seat.negotiate(&mut ()).record.signed_at;
                let game = play(&scenario, &values, Trial { world, history });
                match game.closing().unwrap() {
                    Closing::Agreed { outcome, rounds, .. } => {
                        assert_eq!((seat.agreed(), signed_at), (Some(outcome), rounds as f64));
                    }
                    _ => assert_eq!((seat.agreed(), signed_at), (None, f64::INFINITY)),
                }
            }
        }
    }
}

#[test]
fn the_same_bits_for_any_number_of_threads_and_any_division() {
    let mut draws = stream("threads");
    for tactic in ["\"random\"", TACTICS[11], TACTICS[0]] {
        let scenario = domain(&mut draws, &ways(tactic, RULES[0], MODELS[1]));
        let results = [(1, 20), (2, 20), (2, 7)].map(|(threads, chunk)| {
            let plan = Plan { threads, chunk, ..plan(11, 120, 4) };
            let summary = zopa::run(&scenario, &plan);
            document(&scenario, &summary, "any.toml").to_string()
        });
        assert_eq!(results[0], results[1]);
        assert_eq!(results[0], results[2]);
    }
}

/// Once buffers have grown, histories of a world that is entered again allocate nothing.
#[test]
fn a_history_of_offers_allocates_nothing() {
    let mut draws = stream("allocation");
    for tactic in TACTICS {
        let scenario = domain(&mut draws, &ways(tactic, RULES[4], MODELS[1]));
        let table = Table::new(&scenario, Seed(7));
        let mut seat = Seat::new(&table);
        let worlds: Vec<Vec<f64>> = (0..10).map(|world| world_of(&scenario, world)).collect();
        let mut round = || {
            let counted = measure(|| {
                for (world, values) in worlds.iter().enumerate() {
                    seat.enter(values, Trial { world: world as u64, history: 0 });
                    for _ in 0..5 {
                        seat.negotiate(&mut ());
                    }
                }
            });
            counted.count_total
        };
        round();
        assert_eq!(round(), 0, "{tactic}");
    }
}

/// Home fronts and discounts: what a deal is worth when they are reckoned with.
#[test]
fn deals_go_home_and_lose_value_with_time() {
    let text = |rest: &str| {
        head(10)
            + "[issues.price]\nanchors = { 0 = \"low\", 100 = \"high\" }\n"
            + &format!(
                "[parties.a]\n{rest}\n[parties.a.positions]\nprice = {{ ideal = 0, salience = 1 }}\n"
            )
            + "[parties.b]\noutside = { reservation = 0.2 }\n[parties.b.positions]\nprice = { ideal = 100, salience = 1 }\n"
    };
    let played = |rest: &str| {
        let scenario = scenario(&text(rest));
        let table = Table::new(&scenario, Seed(7));
        let mut seat = Seat::new(&table);
        seat.enter(&Game::likely_draws(&scenario), Trial::default());
        let history = seat.negotiate(&mut ());
        (history.ending, history.record.clone())
    };
    let (ending, plain) = played("");
    assert_eq!(ending.cause(), None);
    assert!(plain.signed_at > 2.0 && plain.ratified_at == plain.signed_at);
    let (ending, refused) = played("ratification = { probability = 0 }");
    assert_eq!(ending, Ending::NoDeal(Cause::VoteLost { party: 0 }));
    assert_eq!(refused.signed_at, plain.signed_at);
    assert_eq!((refused.ratified_at, &refused.values), (f64::INFINITY, &vec![0.0, 0.2]));
    let (_, passed) = played("ratification = { vote = { intercept = 9, slope = 9 } }");
    assert_eq!(passed.values, plain.values);
    let (_, waited) = played("discount = 0.1");
    let lost = 0.9_f64.powi(plain.signed_at as i32 - 1);
    assert!((waited.values[0] - plain.values[0] * lost).abs() < 1e-12);
    assert_eq!(waited.values[1], plain.values[1]);
}
