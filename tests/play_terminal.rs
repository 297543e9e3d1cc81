//! `zopa play` in a pseudo-terminal: a whole game, a move that is not allowed, another size, Ctrl-C and
//! on again.

#![expect(clippy::disallowed_methods, reason = "waiting for a screen ends some time")]

use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::cli_run::{code, stderr, stdout, zopa};

/// Long enough for a slow machine that does other things, too.
const PATIENCE: Duration = Duration::from_mins(1);

/// A terminal with `zopa` in it.
struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn some(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).unwrap()
}

impl Terminal {
    fn new(folder: &Path, rows: u16, cols: u16, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_zopa"));
        command.args(arguments);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(some(rows), some(cols), 0)));
        let shown = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { screen, child, master: pair.master, keys }
    }

    fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until the screen says this.
    fn sees(&self, text: &str) -> String {
        let begun = Instant::now();
        loop {
            let shown = self.shown();
            // What is wrapped on the screen is one sentence to its reader.
            if shown.split_whitespace().collect::<Vec<_>>().join(" ").contains(text) {
                return shown;
            }
            assert!(begun.elapsed() < PATIENCE, "no “{text}” on the screen:\n{shown}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&mut self, rows: u16, cols: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(some(rows), some(cols));
        self.master.resize(size(rows, cols)).unwrap();
    }

    /// Waits for the end of the program.
    fn left(mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end:\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("zopa-play-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn scenario(name: &str) -> String {
    format!("{}/scenarios/class/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const BACKSPACE: &str = "\x7f";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const SHIFT_RIGHT: &str = "\x1b[1;2C";
const CTRL_C: &str = "\x03";

#[test]
fn a_whole_game_with_a_break_in_it() {
    let folder = folder("game");
    let file = scenario("2-concert");
    let mut terminal =
        Terminal::new(&folder, 30, 100, &["play", &file, "--as", "orchestra", "--seed", "7"]);
    terminal.sees("You speak for Lantern Orchestra.");
    terminal.sees("You open. Make an offer, or walk away.");
    // The draft begins at its favourite; the fee is taken down by two, the cleaning shared.
    terminal.press(LEFT);
    terminal.press(LEFT);
    terminal.sees("18 (27.0)");
    terminal.press(DOWN);
    terminal.press(DOWN);
    terminal.press(LEFT);
    terminal.sees("both toget… (9.0)");
    terminal.press("o");
    terminal
        .sees("round 1 You offer fee 18, end midnight, cleaning both together (91 points to you).");
    terminal.sees("round 1 Town council offers");

    // What is not allowed is said, and does no harm.
    terminal.press(":offer fee=18.5\r");
    terminal
        .sees("That cannot be done: fee: 18.5 cannot be offered; from 0 to 20 in steps of 1 can.");
    // The line stays, to be mended; an empty one is put away.
    terminal.sees(": offer fee=18.5_");
    terminal.press(&BACKSPACE.repeat("fee=18.5".len()));
    terminal.press("end=dawn\r");
    terminal.sees("end: “dawn” is no option; there are nine, ten, eleven, midnight.");
    terminal.press(&BACKSPACE.repeat("offer end=dawn".len()));
    terminal.sees(": _");
    terminal.press("\r");
    terminal.press("r");
    terminal.sees("That cannot be done: here one refuses by making another offer; or walk.");
    terminal.sees("round 2 of 12");

    // Another size, and one that is too small to play in.
    terminal.resize(24, 80);
    let shown = terminal.sees("Lantern Orchestra");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    terminal.sees("q leave");
    terminal.resize(5, 20);
    terminal.sees("At least 60x18");
    terminal.resize(1, 1);
    terminal.resize(24, 80);
    terminal.sees("o offer");

    // Hints and the brief.
    terminal.press("h");
    terminal.sees("Hint: The engine, in your seat, would offer");
    terminal.press("b");
    terminal.sees("Lantern Orchestra: private brief");
    terminal.press("x");
    terminal.sees("o offer");

    // Ctrl-C leaves; all moves are there.
    let session = folder.join("2-concert-orchestra.session");
    let before = std::fs::read_to_string(&session).unwrap();
    // The offer, and the hint that was asked for.
    assert!(before.ends_with("{\"move\":\"hint\"}\n{\"moves\":2}\n"), "{before}");
    terminal.press(CTRL_C);
    assert_eq!(terminal.left(), 130);
    assert_eq!(std::fs::read_to_string(&session).unwrap(), before);

    let path = session.to_str().unwrap();
    let mut terminal = Terminal::new(&folder, 24, 80, &["play", "--resume", path]);
    terminal
        .sees("round 1 You offer fee 18, end midnight, cleaning both together (91 points to you).");
    terminal.sees("round 2 of 12");
    terminal.press(":offer fee=10, end=midnight, cleaning=orchestra\r");
    terminal.sees("round 2 You offer fee 10, end midnight, cleaning orchestra (70 points to you).");
    terminal.press(":offer fee=6, end=midnight, cleaning=orchestra\r");
    terminal.press(UP);
    terminal.press(RIGHT);
    for _ in 0..12 {
        if terminal.shown().contains("A deal in round") {
            break;
        }
        terminal.press(":offer fee=6, end=midnight, cleaning=orchestra\r");
        std::thread::sleep(Duration::from_millis(100));
    }
    terminal.sees("A deal in round");
    terminal.sees("no deal was worth 36.");
    terminal.press("o");
    terminal.sees("That cannot be done: the talks are over.");
    terminal.press("q");
    assert_eq!(terminal.left(), 0);

    let debrief = zopa(&["debrief", path]);
    assert_eq!(code(&debrief), 0, "{}", stderr(&debrief));
    assert!(stdout(&debrief).contains("A deal in round"), "{}", stdout(&debrief));
    let again = zopa(&["play", "--resume", path]);
    assert_eq!(code(&again), 2, "without a terminal there is nothing to see: {}", stderr(&again));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn the_peace_process_asks_and_walking_is_asked_about() {
    let folder = folder("peace");
    let file = scenario("3-strait");
    let mut terminal = Terminal::new(&folder, 24, 80, &["play", &file, "--as", "skerries"]);
    terminal.sees("The strait of Mirren");
    terminal.sees("Accept or refuse; or push for something first.");
    terminal.press(DOWN);
    terminal.press(RIGHT);
    terminal.press("p");
    terminal.sees("From now on you push for narrows 25; the next text takes it in. What lies on the table stays as it is.");
    terminal.press("r");
    terminal.sees("No: ");
    terminal.press("w");
    terminal.sees("Walk away for good?");
    terminal.press("n");
    terminal.sees("You stay.");
    terminal.press("w");
    terminal.sees("Walk away for good?");
    terminal.press("y");
    terminal.sees("No deal in force at the end after you left.");
    terminal.press("q");
    assert_eq!(terminal.left(), 0);
    let session = std::fs::read_to_string(folder.join("3-strait-skerries.session")).unwrap();
    assert!(session.ends_with("{\"move\":\"walk\"}\n{\"moves\":3}\n"), "{session}");
    let _ = std::fs::remove_dir_all(folder);
}

/// One key does not sign away what one had without it, and the ends of a scale are one key away.
#[test]
fn a_yes_below_no_deal_is_asked_about() {
    let folder = folder("below");
    let file = scenario("1-van");
    let mut terminal =
        Terminal::new(&folder, 24, 80, &["play", &file, "--as", "buyer", "--variant", "no-dealer"]);
    terminal.sees("You open. Make an offer, or walk away.");
    terminal.press(END);
    terminal.sees("10000 (0.0)");
    terminal.press(HOME);
    terminal.sees("2000 (100.0)");
    terminal.press(SHIFT_RIGHT);
    terminal.sees("3000 (87.5)");
    terminal.press("o");
    terminal.sees("Florist offers price 10000 (0 points to you).");
    terminal.press("a");
    terminal.sees("It is worth 0 points to you, and no deal 5. Accept it for good?");
    terminal.press("n");
    terminal.sees("Not done.");
    terminal.sees("round 2 of 10");
    terminal.press("a");
    terminal.sees("Accept it for good?");
    terminal.press("y");
    terminal.sees("You have 0 points; no deal was worth 5.");
    terminal.press("q");
    assert_eq!(terminal.left(), 0);
    // A variant has a file of its own beside that of the plain game.
    assert!(folder.join("1-van-buyer-no-dealer.session").exists());
    let _ = std::fs::remove_dir_all(folder);
}
