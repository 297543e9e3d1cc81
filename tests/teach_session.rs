//! Sessions and debriefs: what is played again is the same, what is spoilt is said to be, and a debrief's
//! numbers are those that one works out by hand.

use std::fmt::Write as _;

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
fn played(name: &str, role: &str, moves: &[&str]) -> (Session, Debrief) {
    let decisions = moves.iter().map(|text| Decision::parse(text).unwrap()).collect();
    let session = Session { setup: setup(name, role, 7), decisions };
    let room = Room::open(&session.setup).unwrap();
    let play = Play::replay(&room, &session).unwrap();
    let debrief = Debrief::of(&room, &session, &play);
    (session, debrief)
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
        near(score.points, points);
    }
    assert_eq!(debrief.scores.iter().map(|s| s.batna).collect::<Vec<_>>(), [25.0, 40.0]);
    near(debrief.scores[0].most.unwrap(), 60.0);
    near(debrief.scores[1].most.unwrap(), 75.0);
    near(debrief.joint(), 100.0);
    near(debrief.best_joint().unwrap(), 100.0);
    // Two coordinates that move against each other: the distance is √2 times either.
    near(debrief.solutions[0].distance.unwrap(), 2.0_f64.sqrt() * (points[0] - 42.5).abs());
    // One issue leaves nothing on the table, and nothing to trade.
    near(debrief.left, 0.0);
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
    assert!(!debrief.deal && debrief.terms.is_none());
    assert_eq!(debrief.ending, "You walked away. No deal.");
    near(debrief.scores[0].points, 25.0);
    near(debrief.scores[1].points, 40.0);
    near(debrief.left, 35.0);
    assert!(!debrief.divided);
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
    near(debrief.scores[0].points, 40.5);
    near(debrief.scores[1].points, 53.75);
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
    near(debrief.left, 54.0 - 20.25);
    assert!(debrief.divided);
}

#[test]
fn a_session_that_is_played_again_says_the_same() {
    for (name, role, moves) in [
        ("1-van", "seller", vec!["offer price=9000", "offer price=8000", "accept"]),
        ("2-concert", "town", vec!["offer fee=2", "offer fee=5, cleaning=orchestra, end=eleven"]),
        ("3-strait", "varn", vec!["refuse", "push tolls=60", "refuse", "refuse"]),
        ("3-strait", "ostrey", vec!["accept", "refuse"]),
    ] {
        let (session, debrief) = played(name, role, &moves);
        let read = Session::parse(&session.to_text()).unwrap();
        assert_eq!(read, session);
        let room = Room::open(&read.setup).unwrap();
        let play = Play::replay(&room, &read).unwrap();
        let again = Debrief::of(&room, &read, &play);
        assert_eq!(again, debrief);
        assert_eq!(again.text(&[]), debrief.text(&[]));
        assert_eq!(again.page(&[]), debrief.page(&[]));
        for line in debrief.text(&[]).lines() {
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

/// Nothing that a person sees of a game hangs on what others want, until they show it by what they do.
#[test]
fn what_a_person_pushes_for_moves_the_texts() {
    let texts = |moves: &[&str]| {
        let (session, _) = played("3-strait", "varn", moves);
        let room = Room::open(&session.setup).unwrap();
        match Play::replay(&room, &session).unwrap() {
            Play::Process(process) => process.texts(),
            Play::Bargain(_) => panic!("a peace process"),
        }
    };
    let (plain, pushed) =
        (texts(&["refuse", "refuse"]), texts(&["push tolls=100", "refuse", "refuse"]));
    let tolls = 3;
    assert!(pushed[0].terms[tolls] > plain[0].terms[tolls]);
    // Other issues keep their drafts, to the bit: the push is on one issue alone.
    assert_eq!(pushed[0].terms[..tolls], plain[0].terms[..tolls]);
    let refused = |text: &zopa::teach::play::Text| text.answers.contains(&(0, false));
    assert!(plain[..2].iter().all(refused), "{plain:?}");
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
            sound.replace("\"zopa_session\":1", "\"zopa_session\":2"),
            ":1: this session has format 2",
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
        stderr(&mixed).contains("games of one scenario stand side by side"),
        "{}",
        stderr(&mixed)
    );
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
    let page = Debrief::of(&room, &session, &play).page(&[]);
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
            assert!(!Debrief::of(&room, &session, &play).text(&[]).contains("NaN"));
        }
    }
}
