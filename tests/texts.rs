//! Odds of a text: the same as where a mediator tables it, closed forms, the same bits, and no surprises.
//!
//! Seeds are fixed, so a test passes or fails for ever.

use zopa::analysis::amend::{Kind, Target, amend};
use zopa::engine::{Event, Laid, OnTheDay, Seat, Table, Trial};
use zopa::math;
use zopa::model::Scenario;
use zopa::montecarlo::{DifferenceMethod, Draws, Link, Plan, TextsPlayed, put_texts};
use zopa::stream::Seed;

use crate::support::{in_world, look, medians, plan, scenario, shipped, sigma};

/// What was said to a text, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    /// Who was asked, with ẑ + η and its answer.
    answers: Vec<(usize, f64, bool)>,
    signed: bool,
    votes_lost: Vec<usize>,
    /// Months it holds, and who does not carry it out.
    in_force: Option<(f64, Option<usize>)>,
}

impl Said {
    /// Takes note of what an onlooker is told after a package was tabled; false once another text is.
    fn hear(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Tabled { .. } => return false,
            Event::Answered { party, gain, noise, accepts, .. } if !self.signed => {
                self.answers.push((party, gain + noise, accepts));
            }
            Event::Signed { .. } => self.signed = true,
            Event::VoteLost { party } => self.votes_lost.push(party),
            Event::Ratified { holds_for, defector } => self.in_force = Some((holds_for, defector)),
            _ => {}
        }
        true
    }

    fn is_like(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9 || (a.is_infinite() && a >= b);
        self.signed == other.signed
            && self.votes_lost == other.votes_lost
            && self.answers.len() == other.answers.len()
            && self
                .answers
                .iter()
                .zip(&other.answers)
                .all(|(a, b)| (a.0, a.2) == (b.0, b.2) && near(a.1, b.1))
            && match (self.in_force, other.in_force) {
                (Some(a), Some(b)) => a.1 == b.1 && near(a.0, b.0),
                (a, b) => a.is_none() && b.is_none(),
            }
    }
}

/// The first package of a history, if not tabled by leaders who meet: when, what it says, what was said to it.
fn first_package(seat: &mut Seat<'_>) -> Option<(f64, Vec<f64>, Said)> {
    let mut first: Option<(f64, Vec<f64>, Said)> = None;
    let (mut open, mut met_at) = (true, f64::NAN);
    let mut onlooker = look(|t, event| {
        if matches!(event, Event::Summit { .. }) && first.is_none() {
            met_at = t;
        }
        if let (Event::Tabled { text, interim: None, .. }, None) = (event, &first) {
            first = Some((t, text.to_vec(), Said::default()));
        } else if let Some((_, _, said)) = first.as_mut().filter(|_| open) {
            open = said.hear(event);
        }
    });
    seat.negotiate(&mut onlooker);
    drop(onlooker);
    // Leaders who meet trust each other more before they see the text: that is another moment.
    first.filter(|(t, ..)| t.to_bits() != met_at.to_bits())
}

/// Lays that text on the table in the same history, right before the moment at which it was tabled.
fn laid(seat: &mut Seat<'_>, history: u64, t: f64, text: &[f64]) -> Said {
    seat.rewind(history);
    let before = f64::from_bits(t.to_bits() - 1);
    assert_eq!(seat.reach(before), Some(OnTheDay::Talks));
    let mut said = Said::default();
    let mut tabled = false;
    let mut onlooker = look(|_, event| {
        if matches!(event, Event::Tabled { .. }) && !tabled {
            tabled = true;
        } else {
            assert!(said.hear(event), "nobody tables another text before the votes");
        }
    });
    let laid = seat.lay(text, &mut onlooker).unwrap();
    drop(onlooker);
    assert_eq!(matches!(laid, Laid::Signed { .. }), said.signed);
    assert_eq!(laid == Laid::Signed { in_force: true }, said.in_force.is_some());
    said
}

/// Whatever text a run tables first, in whichever history: laid on the table in the same history at the same
/// moment it meets the same answers, the same votes, the same conduct, and lasts as long.
#[test]
fn a_text_fares_as_where_the_talks_table_it() {
    let (mut texts, mut signed, mut voted_down) = (0, 0, 0);
    let votes = "white-house-2025";
    for (name, worlds) in [("two-party", 60), (votes, 300), ("reference-class", 40)] {
        let scenario = shipped(name, &[]);
        let table = Table::new(&scenario, Seed(5));
        let mut draws = Draws::new(&scenario, Seed(5), &[]);
        let mut seat = Seat::new(&table);
        draws.seek(0);
        for world in 0..worlds {
            seat.enter(draws.draw(), Trial { world, history: 0 });
            for history in 0..4 {
                seat.rewind(history);
                let Some((t, text, said)) = first_package(&mut seat) else { continue };
                let own = laid(&mut seat, history, t, &text);
                assert!(own.is_like(&said), "{name}, {world}.{history}: {own:?}\n{said:?}");
                texts += 1;
                signed += u32::from(said.signed);
                voted_down += u32::from(!said.votes_lost.is_empty());
            }
        }
    }
    assert!(texts > 500 && signed > 50 && voted_down > 3, "{texts} {signed} {voted_down}");
}

/// A mediator who always tables one and the same text (nobody moves, and it writes without error) to parties whose
/// readiness does not stray.
const ONE_TEXT: &str = r#"
title = "One text"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "12 months" }
mediation = { style = "formulation" }
model = { formulation_error = 0, readiness_spread = 0, text_rate = 20, loss = "linear", stated_limits_weight = 0, betrayal_loss = 0.05, breach_hazard = 0.3 }
[issues.land]
anchors = { 0 = "all to b", 100 = "all to a" }
[parties.a]
role = "principal"
influence = 1
outside = { reservation = [0.35, 0.5, 0.6] }
positions.land = { ideal = 100, opening = 60, limit = 60, salience = 1 }
[parties.b]
role = "principal"
influence = 1
outside = { reservation = [0.3, 0.4, 0.6] }
ratification = { probability = 0.8, delay = 0 }
positions.land = { ideal = 0, opening = 40, limit = 40, salience = 1 }
[parties.m]
role = "mediator"
influence = 0.5
positions.land = { ideal = 50, opening = 50, limit = 50, salience = 1 }
"#;

fn link(played: &TextsPlayed, text: usize, link: Link) -> f64 {
    let mut steps = played.texts[text].steps.iter();
    steps.find(|step| step.link == link).unwrap().estimate.value
}

/// The odds of a text are those of a run in which a mediator tables exactly that text, and nothing else.
#[test]
fn odds_agree_with_a_run_where_a_mediator_tables_that_text() {
    let scenario = scenario(ONE_TEXT);
    let at =
        in_world(&scenario, 3, &medians(&scenario), |seat| seat.at_start().mean_text(0.0, None));
    let plan = plan(3, 3_000, 4);
    let run = zopa::run(&scenario, &plan);
    let talks = run.chain[Link::Talks as usize].estimate;
    assert!(talks.value > 0.99, "{talks:?}");
    let played = put_texts(&scenario, std::slice::from_ref(&at), 0.0, &plan, &());
    let signed = link(&played, 0, Link::Signed);
    let own = run.chain[Link::Signed as usize].estimate;
    assert!(signed > 0.1 && signed < 0.9, "{signed}");
    // The worlds are the same, and everybody's answer is certain in each: what is left is who is never asked.
    assert!((signed - own.value).abs() < 0.01 * own.value, "{signed} against {own:?}");
    // A home front that passes four of five ends the run's talks no sooner: given the first signature the odds are
    // the same, and a run may try again.
    let given = played.texts[0].fronts[0].passes.unwrap();
    assert!(given.low <= 0.8 && 0.8 <= given.high, "{given:?}");
}

/// P(ε + η ≥ −z), for logistic ε of scale σ and η of scale σ/3: over quantiles of η.
fn lottery(z: f64, sigma: f64) -> f64 {
    let n = 20_000;
    let of = |u: f64| {
        let eta = math::ln(u / (1.0 - u)) / 3.0;
        math::logistic(z / sigma + eta)
    };
    (0..n).map(|k| of((f64::from(k) + 0.5) / f64::from(n))).sum::<f64>() / f64::from(n)
}

/// In one world two parties' yes are two independent lotteries with known odds: σ is their readiness, z the worth
/// of a signature, and all sign with the product of the two.
#[test]
fn the_two_party_lottery_equals_its_formula() {
    let spread = 0.08;
    let certain = [
        ("parties.upper.outside.reservation", "0.5"),
        ("parties.lower.outside.reservation", "0.42"),
        ("parties.lower.positions.water.red_line", "10"),
        ("parties.upper.positions.water.limit", "55"),
        ("parties.upper.positions.payment.limit", "80"),
        ("parties.lower.positions.water.limit", "45"),
        ("parties.lower.positions.payment.limit", "120"),
        ("parties.lower.concession_speed", "1"),
        ("model.readiness_spread", "0.08"),
    ];
    let scenario = shipped("two-party", &certain);
    let text = vec![0.5, 0.6, 0.5];
    let worth = in_world(&scenario, 1, &medians(&scenario), |seat| {
        let probe = seat.at_start();
        [0, 1].map(|party| probe.worth(party, &text).z)
    });
    let plan = plan(9, 2_000, 20);
    let played = put_texts(&scenario, &[text], 0.0, &plan, &());
    let trials = 40_000.0;
    let expected = worth.map(|z| lottery(z, spread));
    for (own, expected) in played.texts[0].signatories.iter().zip(expected) {
        assert!(expected > 0.2 && expected < 0.95, "{expected}");
        let error = (own.yes.value - expected).abs();
        assert!(error < 4.0 * sigma(expected, trials), "{own:?} against {expected}");
        assert!((own.no.value + own.yes.value - 1.0).abs() < 1e-12);
    }
    let [one, other] = expected;
    let all = link(&played, 0, Link::Signed);
    assert!((all - one * other).abs() < 4.0 * sigma(one * other, trials), "{all}");
    let alone = played.texts[0].signatories[0].alone.value;
    assert!((alone - (1.0 - one) * other).abs() < 4.0 * sigma(alone, trials), "{alone}");
}

fn everything(played: &TextsPlayed) -> String {
    format!("{:?} {:?} {:?} {:?}", played.worlds, played.day, played.texts, played.changes)
}

fn flagship() -> (Scenario, Vec<Vec<f64>>) {
    let texts = vec![vec![0.2, 0.53, 0.6, 0.46, 0.5], vec![0.2, 0.53, 0.5, 0.6, 0.5]];
    (shipped("white-house-2025", &[]), texts)
}

#[test]
fn threads_and_chunks_change_no_bit() {
    let (scenario, texts) = flagship();
    for t in [0.0, 5.0] {
        let one = Plan { threads: 1, chunk: 7, ..plan(2, 150, 3) };
        let two = Plan { threads: 2, chunk: 50, ..one.clone() };
        let [one, two] = [one, two].map(|plan| put_texts(&scenario, &texts, t, &plan, &()));
        assert!(everything(&one) == everything(&two), "on day {t}");
    }
    let plan = plan(2, 60, 3);
    let found = |threads| {
        let plan = Plan { threads, ..plan.clone() };
        amend(&scenario, &texts[0], (1, Some(0)), 0.0, &plan, &())
    };
    assert_eq!(found(1), found(2));
}

/// No text's odds hang on which others are asked about.
#[test]
fn texts_do_not_meddle_with_one_another() {
    let (scenario, texts) = flagship();
    let plan = plan(4, 120, 4);
    for t in [0.0, 4.0] {
        let both = put_texts(&scenario, &texts, t, &plan, &());
        for (text, own) in texts.iter().zip(&both.texts) {
            let alone = put_texts(&scenario, std::slice::from_ref(text), t, &plan, &());
            assert_eq!(&alone.texts[0], own);
        }
    }
    let twice = [texts[0].clone(), texts[0].clone()];
    let same = put_texts(&scenario, &twice, 0.0, &plan, &());
    assert_eq!(same.texts[0], same.texts[1]);
    let change = &same.changes[0];
    let mut differences = change.steps.iter().map(|(_, difference)| difference);
    assert!(differences.all(|difference| difference.method == DifferenceMethod::Same));
}

/// A text that gives everybody more: whoever signs the other signs it, in every history, and it lasts no less.
#[test]
fn better_for_everybody_means_no_lower_odds() {
    let scenario = scenario(
        &ONE_TEXT
            .replace("readiness_spread = 0,", "readiness_spread = 0.1,")
            .replace(
                "[parties.a]",
                "[issues.peace]\nanchors = { 0 = \"none\", 100 = \"all\" }\n[parties.a]",
            )
            .replace(
                "limit = 60, salience = 1 }",
                "limit = 60, salience = 1 }\npositions.peace = { ideal = 100, opening = 100, limit = 50, salience = 1 }",
            )
            .replace(
                "limit = 40, salience = 1 }",
                "limit = 40, salience = 1 }\npositions.peace = { ideal = 100, opening = 100, limit = 50, salience = 1 }",
            ),
    );
    let texts = [vec![0.5, 0.4], vec![0.5, 0.7]];
    let table = Table::new(&scenario, Seed(6));
    let mut draws = Draws::new(&scenario, Seed(6), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let (mut kept, mut won) = (0, 0);
    for world in 0..100 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..5 {
            assert_eq!(seat.reach(0.0), Some(OnTheDay::Talks));
            let answers = texts.each_ref().map(|text| {
                let mut answers = Vec::new();
                let mut onlooker = look(|_, event| {
                    if let Event::Answered { accepts, .. } = event {
                        answers.push(accepts);
                    }
                });
                assert_eq!(seat.ask(text, &mut onlooker).unwrap().withheld_by, None);
                drop(onlooker);
                answers
            });
            for (worse, better) in answers[0].iter().zip(&answers[1]) {
                assert!(!worse || *better);
                kept += u32::from(*worse);
                won += u32::from(!worse && *better);
            }
        }
    }
    assert!(kept > 50 && won > 20, "{kept} {won}");
    let played = put_texts(&scenario, &texts, 0.0, &plan(6, 400, 5), &());
    for (link, difference) in &played.changes[0].steps {
        assert!(difference.value >= 0.0, "{link:?}: {difference:?}");
    }
    assert!(played.changes[0].steps[0].1.low > 0.0);
}

/// A day later on: histories in which a package came into force before are told apart, and are those of a run.
#[test]
fn a_later_day_is_reached_as_in_a_run() {
    let months = 3.0;
    let date = "2026-04-06";
    let days = zopa::model::months_between(zopa::date(2026, 1, 5), date.parse().unwrap());
    assert!((days - months).abs() < 0.05);
    let question = format!(
        "[[questions]]\nid = \"by-then\"\ntext = \"By then\"\nwhat = \"ratified\"\nby = {date}\n"
    );
    let text = format!("{}\n{question}", crate::support::shipped_text("two-party"));
    let scenario = scenario(&text);
    let plan = plan(8, 200, 5);
    let run = zopa::run(&scenario, &plan);
    let asked = scenario.questions.iter().position(|asked| asked.id == "by-then").unwrap();
    let played = put_texts(&scenario, &[vec![0.5, 0.6, 0.5]], days, &plan, &());
    assert_eq!(played.day.in_force, run.questions[asked].estimate);
    let all = played.day.talks.value + played.day.signed.value + played.day.in_force.value;
    assert!((all - 1.0).abs() < 1e-12 && played.day.in_force.value > 0.2);
    // Of those that are left nobody's red line has gone away.
    let last = put_texts(&scenario, &[vec![0.05, 0.6, 0.5]], days, &plan, &());
    let lower = &last.texts[0].signatories[1];
    let refusals = lower.refusals.as_ref().unwrap();
    assert!(lower.yes.value <= 0.0 && refusals.crossed.value >= 1.0);
    assert!((refusals.over[0].red_line.value, refusals.over[0].issue) == (1.0, 0));
    assert!(refusals.shortfall.is_none());
}

/// What no party says no over adds up: losses by issue to what the terms lack, and parts to the margin.
#[test]
fn what_a_no_is_made_of_adds_up() {
    let (flagship, texts) = flagship();
    let two_party = shipped("two-party", &[]);
    let played = [(&flagship, texts), (&two_party, vec![vec![0.6, 0.6, 0.5]])]
        .map(|(scenario, texts)| put_texts(scenario, &texts, 0.0, &plan(3, 200, 5), &()));
    let mut looked = 0;
    let texts = played.iter().flat_map(|played| &played.texts);
    for signatory in texts.flat_map(|text| &text.signatories) {
        let Some(refusals) = &signatory.refusals else { continue };
        let lost: f64 = refusals.over.iter().map(|over| over.lost.value).sum();
        assert!((lost - (1.0 - refusals.value.value)).abs() < 1e-5, "{refusals:?}");
        let share =
            |of: fn(&zopa::montecarlo::Over) -> f64| refusals.over.iter().map(of).sum::<f64>();
        let (crossed, named) =
            (share(|over| over.red_line.value), share(|over| over.dearest.value));
        assert!((crossed - refusals.crossed.value).abs() < 1e-12);
        assert!((crossed + named - 1.0).abs() < 1e-12, "{crossed} {named}");
        let parts = &refusals.margin;
        let parts = [parts.terms, parts.paid, parts.dead_letter, parts.votes, parts.leaning];
        let margin: f64 = parts.iter().map(|part| part.value).sum();
        if refusals.crossed.value <= 0.0 {
            let short = refusals.shortfall.unwrap().value;
            assert!((margin + short).abs() < 1e-5, "{refusals:?}");
            looked += 1;
        }
    }
    assert!(looked > 0);
}

/// The least move of one issue turns the no, and no smaller one of it does.
#[test]
fn the_smallest_change_turns_the_no_and_no_smaller_does() {
    let scenario = shipped("two-party", &[]);
    let text = vec![0.3, 0.6, 0.5];
    let plan = plan(42, 1_000, 5);
    let played = put_texts(&scenario, std::slice::from_ref(&text), 0.0, &plan, &());
    let refuser = played.texts[0].likeliest_no().unwrap();
    assert_eq!((refuser.party, played.texts[0].next_no().map(|one| one.party)), (1, Some(0)));
    assert!(refuser.yes.value < 0.3, "{refuser:?}");
    let found = amend(&scenario, &text, (1, Some(0)), 0.0, &plan, &()).unwrap();
    assert_eq!((found.party, found.target), (1, Target::Even));
    let one = &found.changes[0];
    assert!(one.kind == Kind::OneIssue && one.turns && one.issues.len() == 1, "{one:?}");
    let k = one.issues[0];
    let step = 0.02 * (one.text[k] - text[k]).signum();
    let mut less = one.text.clone();
    less[k] -= step;
    let both = [one.text.clone(), less];
    let played = put_texts(&scenario, &both, 0.0, &plan, &());
    let yes = |text: usize| played.texts[text].signatories[1].yes.value;
    assert!(yes(0) >= 0.5 - 0.02 && yes(1) < 0.5, "{} {}", yes(0), yes(1));
    // The change of two issues that is best for all is no worse for them than that of one.
    let best = found.changes.iter().find(|change| change.kind == Kind::BestForAll).unwrap();
    let played = put_texts(&scenario, &[one.text.clone(), best.text.clone()], 0.0, &plan, &());
    assert!(best.turns && link(&played, 1, Link::Signed) >= link(&played, 0, Link::Signed));
    // Whoever hardly ever refuses needs no change.
    assert!(amend(&scenario, &[0.6, 0.9, 0.6], (0, None), 0.0, &plan, &()).is_none());
}
