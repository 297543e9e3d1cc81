//! Pages opened in a browser: nothing asked of the network, nothing on the console, no text over other text or
//! outside its box at the width of a desk, a tablet, a telephone and a sheet of paper, and no serious
//! complaint of axe-core. `tests/browser/check.mjs` does it, with Debian's Chromium.

use std::path::Path;
use std::process::{Command, Output};

use super::{hostile, run, shipped};
use zopa::render::html;

use crate::cli_run::{File, code, stdout, zopa};
use crate::support::skip;
use crate::teach_session::played;

/// What is missing for the check, if anything is.
pub(crate) fn missing() -> Option<&'static str> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let node = Command::new("node").arg("--version").output();
    if !node.is_ok_and(|done| done.status.success()) {
        return Some("there is no node");
    }
    if !root.join("tests/browser/node_modules/playwright-core").is_dir() {
        return Some("its packages are missing: npm ci --prefix tests/browser");
    }
    let browser = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    (!Path::new(&browser).exists()).then_some("there is no Chromium: apt-get install chromium")
}

fn check(pages: &[&File]) -> Output {
    let mut command = Command::new("node");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("tests/browser/check.mjs");
    command.args(pages.iter().map(|page| page.path())).output().unwrap()
}

#[test]
fn pages_are_laid_out_for_every_reader() {
    if let Some(why) = missing() {
        skip("pages_are_laid_out_for_every_reader", why);
        return;
    }
    let flagship = File::new("flagship.html", &run(&shipped("white-house-2025"), &["--variants"]));
    let options = File::new("options.html", &run(&shipped("harbour"), &["--tornado"]));
    let scenario = File::new("hostile-page.toml", &hostile::scenario());
    let nasty = File::new("hostile.html", &run(scenario.path(), &["--variants", "--tornado"]));
    let (_, debrief) = played("2-concert", "town", &["accept"]);
    let debrief = File::new("handed-debrief.html", &html::handout(&debrief.tell(&[])));
    let brief = File::new("handed-brief.html", "");
    std::fs::remove_file(brief.path()).unwrap();
    let of = ["brief", "scenarios/class/3-strait.toml", "--role", "varn", "--html", brief.path()];
    assert_eq!(code(&zopa(&of)), 0);
    let output = check(&[&flagship, &options, &nasty, &debrief, &brief]);
    assert_eq!(code(&output), 0, "{}{}", stdout(&output), String::from_utf8_lossy(&output.stderr));
    assert!(stdout(&output).ends_with("55 looks, 0 faults\n"), "{}", stdout(&output));
}

/// The check finds what it looks for.
#[test]
fn a_bad_page_is_found_out() {
    if let Some(why) = missing() {
        skip("a_bad_page_is_found_out", why);
        return;
    }
    let page = run(&shipped("two-party"), &[]);
    let bad = page
        .replace("<p class=\"kicker\">", "<p style=\"margin-bottom:-2rem\" class=\"kicker\">")
        .replace("<style>", "<style>h1{margin-top:-1.2rem}.kicker{width:4rem;white-space:nowrap}")
        .replace("<footer>", "<footer><img src=\"http://127.0.0.1:9/pixel.png\">");
    assert_ne!(page, bad);
    // A changed style has another hash, and is refused like the picture and the attribute.
    let refused = File::new("refused.html", &bad);
    let output = check(&[&refused]);
    assert_eq!(code(&output), 1, "{}", stdout(&output));
    assert!(stdout(&output).contains("console: "), "{}", stdout(&output));
    // Without a policy they are let in, and seen for what they are.
    let policy = bad.find("<meta http-equiv").unwrap();
    let end = policy + bad[policy..].find('>').unwrap() + 1;
    let open = File::new("open.html", &(bad[..policy].to_owned() + &bad[end..]));
    let found = check(&[&open]);
    for fault in [
        "request: http://127.0.0.1:9",
        "two texts in one place",
        "outside its box",
        "axe image-alt",
    ] {
        assert!(stdout(&found).contains(fault), "{fault}: {}", stdout(&found));
    }
}
