//! Sessions and debriefs: what is played again is the same, what is spoilt is said to be, and a debrief's
//! numbers are those that one works out by hand.

use std::fmt::Write as _;

use zopa::render::{html, markdown};
use zopa::teach::debrief::{Debrief, what_if};
use zopa::teach::play::Play;
use zopa::teach::session::{Decision, Room, Session, Setup};

use crate::cli_run::{File, code, stderr, stdout, zopa};

const CLASS: [&str; 3] = ["1-van", "2-concert", "3-strait"];

fn setup(name: &str, role: &str, seed: u64) -> Setup {
    let file = format!("scenarios/class/{name}.toml");
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut setup = Setup {
        file,
        text: std::fs::read_to_string(path).unwrap(),
        variant: None,
        sets: Vec::new(),
        role: role.to_owned(),
        seed,
        world: None,
        fingerprint: String::new(),
    };
    setup.fingerprint = Room::with(&setup, &[]).unwrap().scenario.fingerprint;
    setup
}

/// A session of these moves, and what it tells.
pub(crate) fn played(name: &str, role: &str, moves: &[&str]) -> (Session, Debrief) {
    let decisions = moves.iter().map(|text| Decision::parse(text).unwrap()).collect();
    let session = Session { setup: setup(name, role, 7), decisions };
    let room = Room::open(&session.setup).unwrap();
    let play = Play::replay(&room, &session).unwrap();
    let debrief = Debrief::of(&room, &session, &play);
    (session, debrief)
}

fn text(debrief: &Debrief) -> String {
    markdown::sheet(&debrief.tell(&[]), 80)
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} and {b}");
}

/// Level 1 by hand. On a scale from 2,000 to 10,000 the price p is worth 1 − (p − 2000)/8000 to the buyer
/// and (p − 2000)/8000 to the seller; no deal .25 and .4. So the zone is 5,200 to 8,000: 29 of 81 prices.
/// Gains add up to 1 − .25 − .4 = .35 at every price in it. Equal gains: .175 each, at (.4 + .175)·8000 +
/// 2000 = 6,600. The product of gains is greatest there, too. The best cases are .35 each: the same point.
#[test]
fn the_debrief_of_level_one_is_what_one_works_out_by_hand() {
    // The florist asks for 1 − t² of what there is: in the ninth round it takes 62.5 points.
    let mut moves = vec!["offer price=3000", "offer price=6000"];
    moves.resize(9, "offer price=7000");
    let (_, debrief) = played("1-van", "buyer", &moves);
    assert_eq!(debrief.ending, "A deal in round 9: price 7000.");
    assert_eq!(
        debrief.zone[0],
        "29 of 81 packages (36%) are at least as good as no deal for everybody."
    );
    assert_eq!(debrief.zone[1], "Price of the van: 5200 to 8000");
    assert_eq!(debrief.frontier.points.len(), 29);
    for solution in &debrief.solutions[..3] {
        assert_eq!(solution.terms, "price 6600", "{}", solution.name);
        near(solution.points[0], 42.5);
        near(solution.points[1], 57.5);
    }
    let terms = debrief.terms.clone().unwrap();
    let price: f64 = terms.strip_prefix("price ").unwrap().parse().unwrap();
    let points = [100.0 - (price - 2000.0) / 80.0, (price - 2000.0) / 80.0];
    for (score, points) in debrief.scores.iter().zip(points) {
        near(score.points.unwrap(), points);
    }
    assert_eq!(debrief.scores.iter().map(|s| s.batna).collect::<Vec<_>>(), [25.0, 40.0]);
    near(debrief.scores[0].most.unwrap(), 60.0);
    near(debrief.scores[1].most.unwrap(), 75.0);
    near(debrief.joint().unwrap(), 100.0);
    near(debrief.best_joint().unwrap(), 100.0);
    // Two coordinates that move against each other: the distance is √2 times either.
    near(debrief.solutions[0].distance.unwrap(), 2.0_f64.sqrt() * (points[0] - 42.5).abs());
    // One issue leaves nothing on the table, and nothing to trade.
    near(debrief.left.unwrap().points, 0.0);
    assert!(debrief.trades.is_empty() && debrief.better.is_none());
    let own = &debrief.concessions[0].offers;
    assert_eq!(own[..3], [(1.0, 87.5), (2.0, 50.0), (3.0, 37.5)]);
    assert_eq!((own.len(), debrief.when), (9, Some(9.0)));
    assert_eq!(debrief.path.iter().filter(|offer| offer.by == Some(1)).count(), 8);
}

/// Without a deal everybody has its alternative, and the whole gain of equal shares is left.
#[test]
fn no_deal_is_scored_by_the_alternatives() {
    let (_, debrief) = played("1-van", "seller", &["offer price=10000", "walk"]);
    assert!(!debrief.is_deal() && debrief.terms.is_none());
    assert_eq!(debrief.ending, "You walked away. No deal.");
    near(debrief.scores[0].points.unwrap(), 25.0);
    near(debrief.scores[1].points.unwrap(), 40.0);
    near(debrief.left.unwrap().points, 35.0);
    assert!(!debrief.left.unwrap().divided);
}

/// Level 2 by hand: fee 10, until ten, cleaning by both gives the orchestra .3·½ + .55·.3 + .15·.6 = .405
/// and the town .35·½ + .2·.8 + .45·.45 = .5375. Both gain when the orchestra cleans and plays to midnight.
#[test]
fn trades_that_were_missed_are_found() {
    let offer = "offer fee=10, end=ten, cleaning=both together";
    let setup = setup("2-concert", "orchestra", 7);
    let room = Room::open(&setup).unwrap();
    let mut session = Session { setup, decisions: Vec::new() };
    let mut play = Play::new(&room).unwrap();
    // The town concedes with time: near the end it takes what it would not take before.
    while !play.is_over() {
        let decision = Decision::parse(offer).unwrap();
        play.act(&decision).unwrap();
        session.decisions.push(decision);
    }
    let debrief = Debrief::of(&room, &session, &play);
    assert_eq!(debrief.terms.as_deref(), Some("fee 10, end ten, cleaning both together"));
    near(debrief.scores[0].points.unwrap(), 40.5);
    near(debrief.scores[1].points.unwrap(), 53.75);
    // Midnight for brooms, at the same fee: .15 + .55 + 0 = 70 and .175 + 0 + .45 = 62.5.
    let trade = &debrief.trades[0];
    assert_eq!(trade.changes, ["end ten → midnight", "cleaning both together → orchestra"]);
    near(trade.gains[0], 70.0 - 40.5);
    near(trade.gains[1], 62.5 - 53.75);
    for trade in &debrief.trades {
        assert!(trade.gains.iter().all(|&gain| gain > -1e-9), "{trade:?}");
    }
    let (_, gains) = debrief.better.clone().unwrap();
    assert!(gains.iter().sum::<f64>() >= trade.gains.iter().sum::<f64>() - 1e-9, "{gains:?}");
    // Gains of 4.5 and 15.75 were divided 2 to 7. On the frontier midnight and brooms leave the fee f:
    // 19 + 1.5 f and 42 − 1.75 f; at that division f = 0 brings most: 9·min(19/2, 42/7) = 54.
    near(debrief.left.unwrap().points, 54.0 - 20.25);
    assert!(debrief.left.unwrap().divided);
}

#[test]
fn a_session_that_is_played_again_says_the_same() {
    for (name, role, moves) in [
        ("1-van", "seller", vec!["offer price=9000", "offer price=8000", "accept"]),
        ("2-concert", "town", vec!["offer fee=2", "offer fee=5, cleaning=orchestra, end=eleven"]),
        ("3-strait", "varn", vec!["refuse", "push tolls=60", "refuse", "refuse"]),
        ("3-strait", "skerries", vec!["refuse", "refuse"]),
    ] {
        let (session, debrief) = played(name, role, &moves);
        let read = Session::parse(&session.to_text()).unwrap();
        assert_eq!(read, session);
        let room = Room::open(&read.setup).unwrap();
        let play = Play::replay(&room, &read).unwrap();
        let again = Debrief::of(&room, &read, &play);
        assert_eq!(again, debrief);
        assert_eq!(text(&again), text(&debrief));
        assert_eq!(html::handout(&again.tell(&[])), html::handout(&debrief.tell(&[])));
        for line in text(&debrief).lines() {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
        // Step by step is as all at once, and a move that is refused changes nothing.
        let mut steps = Play::new(&room).unwrap();
        for decision in &read.decisions {
            let before = (steps.news(), steps.question());
            for wrong in ["offer moon=1", "push moon=1", "offer price=1e9"] {
                assert!(steps.act(&Decision::parse(wrong).unwrap()).is_err());
            }
            assert_eq!((steps.news(), steps.question()), before);
            steps.act(decision).unwrap();
        }
        assert_eq!(steps.news(), play.news());
    }
}

fn texts(session: &Session) -> Vec<zopa::teach::play::Text> {
    let room = Room::open(&session.setup).unwrap();
    match Play::replay(&room, session).unwrap() {
        Play::Process(process) => process.texts(),
        Play::Bargain(_) => panic!("a peace process"),
    }
}

/// What lies on the table stays as it was tabled, and the push is in the next text.
#[test]
fn what_a_person_pushes_for_is_in_the_next_text() {
    let told = |moves: &[&str]| texts(&played("3-strait", "varn", moves).0);
    let (plain, pushed) =
        (told(&["refuse", "refuse"]), told(&["push tolls=100", "refuse", "refuse"]));
    let tolls = 3;
    assert_eq!(pushed[0].terms, plain[0].terms);
    assert!(pushed[1].terms[tolls] > plain[1].terms[tolls]);
    // Other issues keep their drafts, to the bit: the push is on one issue alone.
    assert_eq!(pushed[1].terms[..tolls], plain[1].terms[..tolls]);
    let refused = |text: &zopa::teach::play::Text| text.answers.contains(&(0, false));
    assert!(plain[..2].iter().all(refused), "{plain:?}");
    // So neither the news nor the question move under the reader's eyes, and what is signed is what was read.
    let (session, _) = played("3-strait", "skerries", &[]);
    let room = Room::open(&session.setup).unwrap();
    let mut play = Play::new(&room).unwrap();
    let before = (play.news(), play.question(), play.hint());
    for push in ["push narrows=0", "push ceasefire=0", "push tolls=0", "push guarantee=0"] {
        play.act(&play.read(push).unwrap()).unwrap();
        assert_eq!((play.news(), play.question(), play.hint()), before);
    }
}

/// Sessions of format 1 were played when a push changed the text on the table. They are played again as they
/// were, say so, and can be gone on with under today's rule.
#[test]
fn sessions_of_the_first_format_mean_what_they_meant() {
    let moves = ["refuse", "push tolls=100", "refuse", "refuse"];
    let (session, debrief) = played("3-strait", "varn", &moves);
    let old = session.to_text().replacen("\"zopa_session\":2", "\"zopa_session\":1", 1);
    let read = Session::parse(&old).unwrap();
    assert!(read.pushed_at_once() && !session.pushed_at_once());
    // The second text had the push in it, as if it had been made before the first answer today.
    let before =
        texts(&played("3-strait", "varn", &["push tolls=100", "refuse", "refuse", "refuse"]).0);
    assert_eq!(texts(&read)[1].terms, before[1].terms);
    assert_ne!(texts(&session)[1].terms, before[1].terms);
    let room = Room::open(&read.setup).unwrap();
    let play = Play::replay(&room, &read).unwrap();
    let says = "a push changed the text that lay on the table already";
    assert!(Debrief::of(&room, &read, &play).notes[0].contains(says));
    assert!(debrief.notes.is_empty());
    // Saved again it has today's format and the same meaning.
    let saved = read.to_text();
    assert!(
        saved.starts_with("{\"zopa_session\":2") && saved.contains("\"at_once\":true"),
        "{saved}"
    );
    assert_eq!(Session::parse(&saved).unwrap(), read);
}

#[test]
fn options_are_pushed_for_by_name() {
    let pushed = |push: &str| texts(&played("3-strait", "skerries", &[push, "refuse", "refuse"]).0);
    assert_eq!(pushed("push prisoners=After ratification"), pushed("push prisoners=10"));
    let (session, _) = played("3-strait", "skerries", &[]);
    let room = Room::open(&session.setup).unwrap();
    let mut play = Play::new(&room).unwrap();
    let wrong = play.act(&play.read("push prisoners=none").unwrap()).unwrap_err();
    let says = "prisoners: “none” is no option; there are all for all at once, the wounded first, after \
                ratification, or a score from 0 to 100 that you insist on";
    assert_eq!(wrong, says);
    let wrong = play.act(&play.read("push tolls=much").unwrap()).unwrap_err();
    assert_eq!(wrong, "tolls: “much” is no position to push for; one is a number from 0 to 100");
    // Keys are read whatever their size, and titles too.
    play.act(&play.read("push TOLLS=20").unwrap()).unwrap();
    play.act(&play.read("push Prisoners=the wounded first").unwrap()).unwrap();
}

/// The van's scenario in which every round takes this share off a deal to the buyer.
fn impatient(discount: f64) -> Setup {
    let mut setup = setup("1-van", "buyer", 42);
    let alone = "outside = { reservation = 0.25 }";
    setup.text = setup.text.replacen(alone, &format!("{alone}\ndiscount = {discount}"), 1);
    setup.fingerprint = Room::with(&setup, &[]).unwrap().scenario.fingerprint;
    setup
}

/// What waiting costs is off all points that are shown, and no hint leads below no deal.
#[test]
fn points_are_as_they_count_now() {
    let setup = impatient(0.1);
    let room = Room::open(&setup).unwrap();
    let mut play = Play::new(&room).unwrap();
    for _ in 0..9 {
        play.act(&play.read("offer price=5200").unwrap()).unwrap();
    }
    // The florist asks for 6,800 in round 9: 40 points then but for waiting, 40 · 0.9⁹ now.
    let question = play.question();
    assert!(
        question.contains("Florist offers 15.5 points; no deal is worth 25, which is more."),
        "{question}"
    );
    assert!(
        question.contains("every round takes some off a deal, and none off no deal"),
        "{question}"
    );
    assert!(
        play.news()
            .iter()
            .any(|news| news.text == "Florist offers price 6800 (17.2 points to you).")
    );
    assert!(!play.hint().contains("accept"), "{}", play.hint());
    let doubt = play.doubt(&Decision::Accept {}).unwrap();
    assert_eq!(doubt, "It is worth 15.5 points to you, and no deal 25. Accept it for good?");
    play.act(&Decision::Accept {}).unwrap();
    assert!(play.question().contains("You have 15.5 points; no deal was worth 25."));
    let session = Session { setup, decisions: Vec::new() };
    let debrief = Debrief::of(&room, &session, &play);
    near(debrief.scores[0].points.unwrap(), 40.0 * 0.9_f64.powi(9));
    // Added alike to 15.5 and 60 in the first round, by prices that are a point and a quarter apart: 100 in
    // all, less what the nearest price misses the middle by.
    let middle = 100.0 - 60.0 - 40.0 * 0.9_f64.powi(9);
    let left = debrief.left.unwrap().points;
    assert!(left <= middle && left > middle - 2.5, "{left}");
    let text = text(&debrief).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("worth more by as many points: 24.5 to Baker."), "{text}");
}

/// Whatever one has offered: the hint is never below no deal, and never asks for more than was asked before.
#[test]
fn hints_keep_to_what_was_conceded_and_to_no_deal() {
    use zopa::teach::play::Advice;
    let mut seen = [false; 4];
    let town = [
        "fee=0, end=nine, cleaning=orchestra",
        "fee=20, end=nine, cleaning=orchestra",
        "fee=1, end=nine, cleaning=orchestra",
        "fee=9, end=midnight, cleaning=orchestra",
    ];
    for (setup, discount, offers) in [
        (impatient(0.1), 0.1, ["price=2000", "price=7000", "price=3000", "price=7900"]),
        (impatient(0.3), 0.3, ["price=2000", "price=3000", "price=2000", "price=4000"]),
        (
            setup("1-van", "seller", 7),
            0.0,
            ["price=9900", "price=7800", "price=9000", "price=7500"],
        ),
        (setup("2-concert", "town", 7), 0.0, town),
    ] {
        let room = Room::open(&setup).unwrap();
        let mut play = Play::new(&room).unwrap();
        let mut least = f64::INFINITY;
        for offer in offers.iter().cycle() {
            let Play::Bargain(bargain) = &play else { panic!("a game of offers") };
            let Some(advice) = play.advice() else { break };
            let floor = bargain.batna() - 1e-9;
            let points = |outcome| 100.0 * bargain.game().view(room.role).wishes().utility(outcome);
            let waited = i32::try_from(bargain.round()).unwrap() - 1;
            let now = |points: f64| points * (1.0_f64 - discount).powi(waited);
            match advice {
                Advice::Accept => {
                    seen[0] = true;
                    assert!(bargain.points(bargain.standing().unwrap().outcome) >= floor);
                }
                Advice::Offer(outcome) => {
                    seen[1] = true;
                    assert!(now(points(outcome)) >= floor, "{offer}: {}", play.hint());
                    // More than was asked for before only where that is less than no deal by now.
                    let kept = points(outcome) <= least + 1e-9 || now(least) < floor;
                    assert!(kept, "{offer}: {}", play.hint());
                }
                Advice::Stay(outcome) => {
                    seen[2] = true;
                    assert!(now(points(outcome)) >= floor, "{offer}: {}", play.hint());
                    near(points(outcome), least);
                }
                Advice::Walk => seen[3] = true,
            }
            play.act(&play.read(&format!("offer {offer}")).unwrap()).unwrap();
            let Play::Bargain(bargain) = &play else { panic!("a game of offers") };
            let view = bargain.game().view(room.role);
            let own =
                view.offers_of(room.role).iter().map(|&own| view.wishes().utility(own as usize));
            least = own.map(|utility| 100.0 * utility).fold(f64::INFINITY, f64::min);
        }
    }
    assert_eq!(seen, [true; 4], "every kind of advice is given");
}

/// The last to act is told in time that nobody answers its offer in the last round.
#[test]
fn the_last_move_is_announced() {
    let setup = setup("1-van", "seller", 7);
    let room = Room::open(&setup).unwrap();
    let mut play = Play::new(&room).unwrap();
    for round in 1..=10 {
        let question = play.question();
        assert_eq!(
            question.contains("your last that can be answered"),
            round == 9,
            "{round}: {question}"
        );
        assert_eq!(
            question.contains("nobody can answer another offer"),
            round == 10,
            "{round}: {question}"
        );
        if round == 10 {
            assert!(
                play.hint()
                    .contains("Accept: it is better than no deal, and nothing else can come.")
            );
        }
        let offer = play.read("offer price=9000").unwrap();
        assert_eq!(play.doubt(&offer).is_some(), round == 10);
        play.act(&offer).unwrap();
    }
    assert_eq!(
        play.question(),
        "The last round is over. No deal. You have 40 points; no deal was worth 40."
    );
    let brief = zopa::teach::brief::private(room.case(), room.role);
    let brief = markdown::sheet(&brief, 80);
    let brief = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        brief.contains("In the last round only Baker can still make an offer that all can answer")
    );
}

/// Left on the table is measured from what everybody has, also where somebody signed below no deal.
#[test]
fn below_no_deal_nothing_is_counted_twice() {
    // The buyer takes 10,000: 0 and 100 points. All prices add up to 100: nothing is left.
    let (_, debrief) = played("1-van", "buyer", &["offer price=2000", "accept"]);
    assert!(debrief.is_deal() && debrief.scores[0].is_below_no_deal());
    near(debrief.joint().unwrap(), 100.0);
    near(debrief.left.unwrap().points, 0.0);
    let text = text(&debrief);
    assert!(
        text.contains("Nothing: no package would have brought all of you more than you have."),
        "{text}"
    );
    assert!(
        text.contains("| Baker (you) |      0 |      25 |               60 | worse than no deal"),
        "{text}"
    );
    // The greatest sum is that of all 29 prices in the zone, and is told as the tie it is.
    assert_eq!(debrief.solutions.iter().map(|s| s.ties).collect::<Vec<_>>(), [1, 1, 1, 29]);
    assert!(text.contains("(one of 29 that tie)"), "{text}");
    // The town gives up everything it cares for, and the orchestra's hour besides: 45 and 20 points. What can
    // be added is no more than the best of all packages allows.
    let setup = setup("2-concert", "town", 7);
    let room = Room::open(&setup).unwrap();
    let mut play = Play::new(&room).unwrap();
    while !play.is_over() {
        play.act(&play.read("offer fee=20, end=nine, cleaning=town").unwrap()).unwrap();
    }
    let debrief = Debrief::of(&room, &Session { setup, decisions: Vec::new() }, &play);
    assert!(debrief.is_deal() && debrief.scores[1].is_below_no_deal(), "{}", debrief.ending);
    let (joint, left) = (debrief.joint().unwrap(), debrief.left.unwrap());
    near(joint, 65.0);
    // Midnight and brooms leave the fee f: 55 + 1.5 f over 45 and 80 − 1.75 f over 20, alike at f = 15.
    assert!(!left.divided);
    near(left.points, 2.0 * (55.0 + 1.5 * 15.0 - 45.0));
    assert!(joint + left.points <= debrief.best_joint().unwrap() + 1e-9, "{joint} {left:?}");
}

/// A game that goes on is no deal that failed: nobody has points yet, and nothing is measured as an end.
#[test]
fn an_unfinished_game_is_not_told_as_an_end() {
    use zopa::teach::debrief::State;
    let (session, debrief) =
        played("2-concert", "town", &["hint", "offer fee=6, end=midnight, cleaning=orchestra"]);
    assert_eq!((debrief.state, debrief.when, debrief.left), (State::Unfinished, None, None));
    assert!(debrief.scores.iter().all(|score| score.points.is_none()) && debrief.joint().is_none());
    let text = text(&debrief);
    for says in [
        "· 1 hint.",
        "| not over |",
        "nobody has any points yet",
        "than what lies on the table now",
    ] {
        assert!(text.contains(says), "{says}\n{text}");
    }
    let file = File::new("unfinished.session", &session.to_text());
    let refused = zopa(&["debrief", file.path()]);
    assert_eq!(code(&refused), 2);
    assert!(stderr(&refused).contains("is not over, and a debrief shows everybody's numbers"));
    assert_eq!(code(&zopa(&["debrief", file.path(), "--unfinished"])), 0);

    let (walked, _) = played("2-concert", "town", &["walk"]);
    let (signed, _) = played("2-concert", "town", &["accept"]);
    let walked = File::new("walked.session", &walked.to_text());
    let signed = File::new("signed.session", &signed.to_text());
    let class = ["debrief", "--class", file.path(), walked.path(), signed.path()];
    let output = zopa(&class);
    let told = stdout(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "3 games, 1 with a deal in force, 1 unfinished and left out",
        "| unfinished | – | – | – / – |",
        "| no deal | 74 | 59 | 36 / 38 |",
        "* marks who signed below no deal",
        "What was agreed",
        "in 2 games played by people",
        "in 2 games played by the engine",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    let table = zopa(&[&class[..], &["--csv"]].concat());
    let mut rows = csv::Reader::from_reader(stdout(&table).as_bytes());
    let head = rows.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    for name in ["deal", "when", "left", "joint", "points: Town council"] {
        assert_eq!(&rows[0][at(name)], "", "{name}");
    }
    let states: Vec<&str> = rows.iter().map(|row| &row[at("state")]).collect();
    assert_eq!(states, ["unfinished", "no deal", "deal"]);
    assert_eq!([&rows[0][at("hints")], &rows[1][at("hints")]], ["1", "0"]);
    assert_eq!(&rows[2][at("below no deal")], "Town council");
    for row in &rows {
        for cell in row.iter().skip(4).take(5) {
            assert!(cell.len() < 10, "{cell} has digits that mean nothing");
        }
    }
}

/// Text and page count alike: the table of the drawing has the rows of the bars.
#[test]
fn the_bars_of_a_class_are_the_same_in_text_and_page() {
    let sessions = ["walk", "accept"].map(|last| played("2-concert", "town", &[last]).0);
    let files = [0, 1].map(|k| File::new(&format!("bars-{k}.session"), &sessions[k].to_text()));
    let page = File::new("bars.html", "");
    std::fs::remove_file(page.path()).unwrap();
    let class = ["debrief", "--class", files[0].path(), files[1].path()];
    let text = zopa(&class);
    assert!(stdout(&text).contains("| 35 to 40  |      1 |"), "{}", stdout(&text));
    assert_eq!(code(&zopa(&[&class[..], &["--html", page.path()]].concat())), 0);
    let html = std::fs::read_to_string(page.path()).unwrap();
    assert!(html.contains("35–40"), "the lowest bin is drawn");
}

/// One spoilt file, or one game with other numbers, does not stop the class.
#[test]
fn a_class_skips_what_does_not_belong_to_it() {
    let session = |variant: Option<&str>| {
        let mut setup = setup("1-van", "buyer", 7);
        setup.variant = variant.map(str::to_owned);
        setup.fingerprint = Room::with(&setup, &[]).unwrap().scenario.fingerprint;
        Session { setup, decisions: vec![Decision::Walk {}] }.to_text()
    };
    let good = File::new("good.session", &session(None));
    let more = File::new("more.session", &session(None));
    let other = File::new("other-variant.session", &session(Some("no-dealer")));
    let spoilt = File::new("spoilt-class.session", "{\"zopa_session\":2\n");
    let files = [other.path(), spoilt.path(), good.path(), more.path(), "nowhere.session"];
    let output = zopa(&[&["debrief", "--class"], &files[..]].concat());
    assert_eq!(code(&output), 3, "the exit code tells of the worst: {}", stderr(&output));
    assert!(stdout(&output).contains("2 games, 0 with a deal in force."), "{}", stdout(&output));
    for says in [
        format!("skipped: {}:1: this is no session of zopa play", spoilt.path()),
        format!(
            "skipped: {}: it was played with --variant no-dealer, and the class as the file stands",
            other.path()
        ),
        "skipped: nowhere.session: cannot read nowhere.session".to_owned(),
        "give these a --class of their own".to_owned(),
    ] {
        assert!(stderr(&output).contains(&says), "{says}\n{}", stderr(&output));
    }
    // Alone the variant is a class, and says with what it was played.
    let alone = zopa(&["debrief", "--class", other.path()]);
    assert_eq!(code(&alone), 0);
    assert!(
        stdout(&alone).replace('\n', " ").contains("Played with --variant no-dealer."),
        "{}",
        stdout(&alone)
    );
}

/// Errors name the moves of the game that is played; marks of editors are no part of a script.
#[test]
fn words_are_those_of_the_game() {
    for (name, role, text, says) in [
        (
            "2-concert",
            "town",
            "dance",
            "“dance” is no move; moves are: offer ISSUE=CHOICE, ISSUE=CHOICE; accept; walk; hint",
        ),
        (
            "3-strait",
            "varn",
            "dance",
            "“dance” is no move; moves are: accept; refuse; push ISSUE=POSITION; walk; hint",
        ),
        ("2-concert", "town", "offer", "offer what? As in: offer fee=0, end=nine"),
        ("3-strait", "varn", "push", "push for one issue at a time, as in: push ceasefire=90"),
        (
            "2-concert",
            "town",
            "offer 80",
            "“80” has no “=”; write issue=choice, as in: offer fee=0, end=nine",
        ),
        ("2-concert", "town", "accept now", "“accept” stands alone, and “now” is too much"),
    ] {
        let setup = setup(name, role, 7);
        let room = Room::open(&setup).unwrap();
        assert_eq!(Play::new(&room).unwrap().read(text).unwrap_err(), says);
    }
    let play = ["play", "scenarios/class/2-concert.toml", "--as", "town", "--script"];
    let plain = File::new("plain.txt", "offer FEE=2, End=NINE\nwalk\n");
    let marked = File::new("marked.txt", "\u{feff}offer FEE=2, End=NINE\r\nwalk\r\n");
    let (plain, marked) = (
        zopa(&[&play[..], &[plain.path()]].concat()),
        zopa(&[&play[..], &[marked.path()]].concat()),
    );
    assert_eq!(code(&plain), 0, "{}", stderr(&plain));
    assert_eq!((code(&marked), stdout(&marked)), (0, stdout(&plain)));
}

/// Nothing told to the person speaks of it as of somebody else.
#[test]
fn you_are_spoken_to_as_you() {
    let mut pledged = 0;
    for role in ["varn", "skerries", "ostrey", "hanse"] {
        for seed in 1..16 {
            let setup = setup("3-strait", role, seed);
            let room = Room::open(&setup).unwrap();
            let mut play = Play::new(&room).unwrap();
            for _ in 0..40 {
                if play.is_over() {
                    break;
                }
                if play.act(&Decision::Accept {}).is_err() {
                    play.act(&Decision::Refuse {}).unwrap();
                }
            }
            for news in play.news() {
                pledged += usize::from(news.text.starts_with("You make your pledge"));
                let verb = news.text.strip_prefix("You ").and_then(|rest| rest.split(' ').next());
                assert!(!verb.is_some_and(|verb| verb.ends_with('s')), "{}", news.text);
                let own = &room.scenario.parties[room.role].title;
                assert!(!news.text.contains(&format!("home front of {own}")), "{}", news.text);
            }
        }
    }
    assert!(pledged > 0);
}

/// What was given up and what was taken back are told apart.
#[test]
fn concessions_are_told_with_what_was_taken_back() {
    let moves = [
        "offer fee=0, end=nine, cleaning=orchestra",
        "offer fee=20, end=nine, cleaning=orchestra",
        "offer fee=1, end=nine, cleaning=orchestra",
        "walk",
    ];
    let (_, debrief) = played("2-concert", "town", &moves);
    let text = text(&debrief).split_whitespace().collect::<Vec<_>>().join(" ");
    let says = "Town council: from 100 to 98.3 points for itself; gave up 35 in all, all of it in round 2; took \
                back 33.3.";
    assert!(text.contains(says), "{text}");
}

/// A whole history without a person's decisions is the engine's own, whoever could have sat there.
#[test]
fn the_engine_in_the_seat_plays_as_without_a_person() {
    use zopa::engine::{Person, Seat, Table, Trial};
    let scenario = crate::support::shipped("northland", &[]);
    let table = Table::new(&scenario, zopa::stream::Seed(3));
    let mut seat = Seat::new(&table);
    for history in 0..200 {
        let trial = Trial { world: 0, history };
        seat.enter(&crate::support::medians(&scenario), trial);
        let plain = {
            let history = seat.negotiate(&mut ());
            (history.ending, history.record.texts, history.record.signed_at.to_bits())
        };
        seat.enter(&crate::support::medians(&scenario), trial);
        let mut person = Person::new(1);
        person.engine_goes_on = true;
        let history = seat.negotiate_with(Some(&person), &mut ());
        let seated = (history.ending, history.record.texts, history.record.signed_at.to_bits());
        assert_eq!(plain, seated);
    }
}

#[test]
fn one_changed_number_is_played_again() {
    let (session, debrief) = played("2-concert", "orchestra", &["offer fee=15", "offer fee=12"]);
    let set = [("parties.town.outside.reservation".to_owned(), "0.9".to_owned())];
    let harder = what_if(&session, "a better band", None, &set, true).unwrap();
    let plain = what_if(&session, "nothing", None, &[], true).unwrap();
    assert_eq!(plain.points.len(), debrief.scores.len());
    assert!(harder.points[1] >= 90.0 - 1e-9, "{harder:?}");
    assert!(what_if(&session, "x", Some("nowhere"), &[], true).is_err());
}

#[test]
fn spoilt_sessions_are_refused_by_line() {
    let (session, _) = played("1-van", "buyer", &["offer price=3000", "offer price=4000"]);
    let sound = session.to_text();
    let lines: Vec<&str> = sound.lines().collect();
    let other = sound.replace("2000, 10000]", "2000, 12000]");
    let longer = sound.replace("price\",\"4000\"", "price\",\"4010\"");
    let stranger = sound.replace("\"role\":\"buyer\"", "\"role\":\"baker\"");
    let endless =
        format!("{}\n{}{{\"moves\":20000}}\n", lines[0], format!("{}\n", lines[1]).repeat(20_000));
    let broken = sound.replace("[issues.price]", "[issues.prize]");
    for (text, says) in [
        (String::new(), ":1: the file is empty"),
        ("title = \"A scenario\"\n".to_owned(), ":1: this is no session of zopa play"),
        (
            sound[..100].to_owned(),
            ":1: this is no session of zopa play, or its first line is cut off",
        ),
        (format!("{}\n", lines[0]), ":1: the file is cut off here"),
        (lines[..3].join("\n"), ":3: the file is cut off here"),
        (sound.trim_end().to_owned(), ":4: the file is cut off here"),
        (sound.replace("\"moves\":2", "\"moves\":3"), ":4: the file is cut off here"),
        (
            sound.replace("\"zopa_session\":2", "\"zopa_session\":3"),
            ":1: this session has format 3",
        ),
        (sound.replace("\"seed\":7", "\"seed\":-7"), ":1: this line does not say what is played"),
        (sound.replace("\"move\":\"offer\"", "\"move\":\"dance\""), ":2: this is no move"),
        (other, ":1: the scenario in this session is not the one that was played"),
        (longer, ":3: the move “offer price=4010”: price: 4010 cannot be offered"),
        (stranger, ":1: the scenario of this session has no party baker"),
        (broken, ":1: the scenario of this session does not load: "),
        (endless, ":10002: there are more than 10000 moves"),
    ] {
        let file = File::new("spoilt.session", &text);
        for arguments in [
            vec!["debrief", file.path()],
            vec!["debrief", "--class", file.path()],
            vec!["play", "--resume", file.path(), "--script", "tests/data/genius/orchard.xml"],
        ] {
            let output = zopa(&arguments);
            assert_eq!(code(&output), 3, "{says}: {}", stderr(&output));
            let named = format!("{}{says}", file.path());
            assert!(stderr(&output).contains(&named), "{named}\n{}", stderr(&output));
        }
    }
}

/// Cut off anywhere, a session is refused and nothing panics.
#[test]
fn a_session_cut_off_at_any_byte_is_refused() {
    let (session, _) = played("1-van", "buyer", &["offer price=3000", "offer price=4000"]);
    let sound = session.to_text();
    for end in (0..sound.len()).filter(|&end| sound.is_char_boundary(end)) {
        assert!(Session::parse(&sound[..end]).is_err(), "{end}");
    }
    assert!(Session::parse(&sound).is_ok());
}

fn script(name: &str, moves: &str) -> File {
    File::new(name, moves)
}

#[test]
fn scripts_play_and_stop_where_they_are_wrong() {
    let good = script(
        "good.txt",
        "# a game\noffer price=3000\n\nhint\noffer price=5600  # more\naccept\n",
    );
    let file = "scenarios/class/1-van.toml";
    let play = |script: &File, more: &[&str]| {
        zopa(&[&["play", file, "--as", "buyer", "--script", script.path()], more].concat())
    };
    let (first, second) = (play(&good, &[]), play(&good, &[]));
    assert_eq!(code(&first), 0, "{}", stderr(&first));
    assert_eq!(stdout(&first), stdout(&second));
    assert!(stdout(&first).contains("round 1       You offer price 3000 (87.5 points to you)."));
    for line in stdout(&first).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let bad = script("bad.txt", "offer price=3000\noffer price=3050\naccept\n");
    let session = File::new("script.session", "");
    std::fs::remove_file(session.path()).unwrap();
    let output = play(&bad, &["--session", session.path()]);
    assert_eq!(code(&output), 3);
    let says = format!(
        "{}:2: price: 3050 cannot be offered; from 2000 to 10000 in steps of 100 can",
        bad.path()
    );
    assert!(stderr(&output).contains(&says), "{}", stderr(&output));
    // What was played before stands.
    let kept = std::fs::read_to_string(session.path()).unwrap();
    assert!(kept.ends_with("{\"moves\":1}\n"), "{kept}");
    let taken = play(&good, &["--session", session.path()]);
    assert_eq!(code(&taken), 1);
    assert!(
        stderr(&taken).contains(
            "is there already: name another with --session, or go on with zopa play --resume"
        ),
        "{}",
        stderr(&taken)
    );
    let more = script("more.txt", "offer price=5000\nwalk\noffer price=1\n");
    let output = zopa(&["play", "--resume", session.path(), "--script", more.path()]);
    assert_eq!(code(&output), 3);
    assert!(
        stderr(&output).contains(":3: the game is over before this move"),
        "{}",
        stderr(&output)
    );
    for (arguments, says) in [
        (
            vec!["play", file, "--script", good.path()],
            "whose seat? Say --as PARTY, one of buyer, seller",
        ),
        (vec!["play", file, "--as", "driver", "--script", good.path()], "there is no party driver"),
        (
            vec!["play", "scenarios/harbour.toml", "--as", "ministry", "--script", good.path()],
            "signs nothing and is never asked",
        ),
        (vec!["play", file, "--as", "buyer"], "zopa play needs a terminal"),
    ] {
        let output = zopa(&arguments);
        assert_eq!(code(&output), 2, "{}", stderr(&output));
        assert!(stderr(&output).contains(says), "{says}\n{}", stderr(&output));
    }
}

#[test]
fn a_class_stands_side_by_side() {
    let mut files = Vec::new();
    for (index, price) in [5300, 6000, 6600, 7100, 7900].iter().enumerate() {
        let offer = format!("offer price={price}");
        let mut moves = vec![offer.as_str(); 8];
        // The seller takes it, or it does not: then the buyer leaves.
        let (mut session, _) = played("1-van", "buyer", &moves[..1]);
        session.decisions.clear();
        let room = Room::open(&session.setup).unwrap();
        let mut play = Play::new(&room).unwrap();
        moves.push("walk");
        for text in moves {
            if play.is_over() {
                break;
            }
            let decision = Decision::parse(text).unwrap();
            play.act(&decision).unwrap();
            session.decisions.push(decision);
        }
        files.push(File::new(&format!("group-{index}.session"), &session.to_text()));
    }
    let paths: Vec<&str> = files.iter().map(File::path).collect();
    let output = zopa(&[&["debrief", "--class"], &paths[..]].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for line in stdout(&output).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let table = zopa(&[&["debrief", "--class", "--csv"], &paths[..]].concat());
    let mut rows = csv::Reader::from_reader(stdout(&table).as_bytes());
    assert_eq!(
        rows.headers().unwrap().iter().take(3).collect::<Vec<_>>(),
        ["group", "seat", "seed"]
    );
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    for row in &rows {
        let number = |index: usize| row[index].parse::<f64>().unwrap();
        // On one issue what is not lost to no deal is divided: 100 together, or 25 and 40.
        let joint = if &row[3] == "true" { 100.0 } else { 65.0 };
        near(number(6), joint);
        near(number(7) + number(8), joint);
    }
    let (other, _) = played("2-concert", "town", &["offer fee=2"]);
    let other = File::new("other.session", &other.to_text());
    let mixed = zopa(&["debrief", "--class", paths[0], other.path()]);
    assert_eq!(code(&mixed), 3);
    assert!(
        stderr(&mixed).contains(
            "it is a game of “A concert in the park”, and the class is of “The bakery van”"
        ),
        "{}",
        stderr(&mixed)
    );
    assert!(stdout(&mixed).contains("1 game, "), "{}", stdout(&mixed));
    assert_eq!(code(&zopa(&["debrief", paths[0], paths[1]])), 2);
}

/// Pages are whole, fetch nothing, and escape what people write.
#[test]
fn pages_stand_alone_and_escape() {
    let mut session = played("2-concert", "town", &["offer fee=2", "walk"]).0;
    session.setup.text =
        session.setup.text.replace("Town council", "<script>alert(1)</script> & \\\"Co\\\"");
    let room = Room::with(&session.setup, &[]).unwrap();
    let play = Play::replay(&room, &session).unwrap();
    let page = html::handout(&Debrief::of(&room, &session, &play).tell(&[]));
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>"));
    assert!(!page.contains("<script"), "no script of anybody's");
    assert!(page.contains("&lt;script&gt;"));
    assert!(page.contains("default-src 'none'"));
    for outside in ["http://", "https://", "@import", "url("] {
        let found = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!found.contains(outside), "{outside}");
    }
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands once");
}

/// Every level can be played to its end from every seat that is asked, by its hints or by saying yes.
#[test]
fn every_level_can_be_played_from_every_seat() {
    for name in CLASS {
        let roles = match name {
            "1-van" => vec!["buyer", "seller"],
            "2-concert" => vec!["orchestra", "town"],
            _ => vec!["varn", "skerries", "ostrey", "hanse"],
        };
        for role in roles {
            let setup = setup(name, role, 11);
            let room = Room::open(&setup).unwrap();
            let mut play = Play::new(&room).unwrap();
            let mut said = String::new();
            for _ in 0..400 {
                if play.is_over() {
                    break;
                }
                let _ = write!(said, "{}{}{}", play.question(), play.hint(), play.clock());
                let draft = play.draft();
                assert_eq!(play.rows(&draft).len(), room.scenario.issues.len());
                let moves = [Decision::Accept {}, play.decision(&draft, 0), Decision::Refuse {}];
                let scorable = matches!(play, Play::Bargain(_));
                let first = if scorable { &moves[1] } else { &moves[0] };
                if play.act(first).is_err() {
                    play.act(&moves[2]).unwrap();
                }
            }
            assert!(play.is_over(), "{name} {role}");
            assert!(!said.contains("NaN"), "{said}");
            let session = Session { setup, decisions: Vec::new() };
            assert!(!text(&Debrief::of(&room, &session, &play)).contains("NaN"));
        }
    }
}
