//! Briefs: what they say, and that they say nothing of others.

use zopa::render::markdown;
use zopa::scenario::{LoadOptions, Loaded, load};
use zopa::teach::brief::{Case, likeliest, private, public};

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::support::shipped_text;

fn loaded(name: &str, changed: Option<(&str, &str)>) -> Option<Loaded> {
    let overrides = changed.map(|(path, value)| (path.to_owned(), value.to_owned()));
    let options =
        LoadOptions { overrides: overrides.into_iter().collect(), ..LoadOptions::default() };
    load(name, &shipped_text(name), &options).ok()
}

/// The public brief first, then that of every role.
fn briefs(loaded: &Loaded) -> Vec<String> {
    let values = likeliest(&loaded.scenario);
    let case = Case { scenario: &loaded.scenario, story: &loaded.story, values: &values };
    let roles = 0..loaded.scenario.parties.len();
    let all = std::iter::once(public(case)).chain(roles.map(|role| private(case, role)));
    all.map(|brief| markdown::sheet(&brief, 80)).collect()
}

/// The parties whose own an input is: its owner, or the two ends of a pair's trust. Numbers of the
/// world at large, such as where the line stands, have none.
fn owners(loaded: &Loaded, path: &str) -> Vec<usize> {
    let parts: Vec<&str> = path.split('.').collect();
    let index = |id: &str| loaded.scenario.party_index(id);
    match parts[0] {
        "parties" => index(parts[1]).into_iter().collect(),
        "trust" => parts[1..].iter().filter_map(|id| index(id)).collect(),
        _ => Vec::new(),
    }
}

/// Every number of the file is changed, one by one: war beliefs, limits, saliences, red lines,
/// alternatives, everything. Nobody's brief moves but that of the number's owner.
#[test]
fn no_brief_tells_what_is_not_its_roles() {
    for name in ["white-house-2025", "harbour", "two-party", "class/2-concert", "class/3-strait"] {
        let base = loaded(name, None).unwrap();
        let before = briefs(&base);
        let (mut changed, mut told) = (0, 0);
        for input in &base.scenario.inputs {
            let owners = owners(&base, &input.path);
            if owners.is_empty() && !input.path.starts_with("model") {
                continue;
            }
            // A change that the format takes, whichever it is for this number.
            let tries = ["{ scale = 0.83 }", "{ shift = 0.07 }", "0.61", "37"];
            let Some(after) =
                tries.iter().find_map(|value| loaded(name, Some((&input.path, value))))
            else {
                continue;
            };
            changed += 1;
            let own = |index: usize| index > 0 && owners.contains(&(index - 1));
            for (index, (before, after)) in before.iter().zip(briefs(&after)).enumerate() {
                let of_model = input.path.starts_with("model") && index > 0;
                if own(index) || of_model {
                    told += usize::from(*before != after);
                } else {
                    assert_eq!(*before, after, "{name}: {} leaks into brief {index}", input.path);
                }
            }
        }
        // The test bites: many numbers were changed, and many of them are told to their owner.
        assert!(changed >= 20 && told * 4 >= changed, "{name}: {changed} {told}");
    }
}

#[test]
fn a_private_brief_says_what_its_role_needs() {
    let output = zopa(&["brief", "scenarios/two-party.toml", "--role", "lower"]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    for says in [
        "# Lower Ardo: private brief",
        "You speak for Lower Ardo. Nothing is agreed without your signature.",
        "- Upper Ardo: must sign.",
        "|     60 | matters most |",
        "RED LINE: never sign anything below 30,",
        "Your best alternative is worth 40 points. Sign nothing that is worth less.",
        "You open at 90, near “all”. Your dream: 100,",
        "- To nobody: your points, what no deal is worth to you",
    ] {
        assert!(stdout(&output).contains(says), "{says}\n{}", stdout(&output));
    }
}

#[test]
fn every_brief_fits_the_page() {
    for name in crate::support::SHIPPED {
        for text in briefs(&loaded(name, None).unwrap()) {
            for line in text.lines() {
                assert!(line.chars().count() <= 80 && line.trim_end() == line, "{name}: {line:?}");
            }
        }
    }
}

#[test]
fn the_public_brief_is_the_default_and_a_stranger_has_none() {
    let file = "scenarios/harbour.toml";
    let (bare, flagged) = (zopa(&["brief", file]), zopa(&["brief", file, "--public"]));
    assert_eq!(stdout(&bare), stdout(&flagged));
    assert!(stdout(&bare).contains("| north bay   |"), "{}", stdout(&bare));
    assert!(!stdout(&bare).contains("points"), "{}", stdout(&bare));
    let stranger = zopa(&["brief", file, "--role", "fishermen"]);
    assert_eq!(code(&stranger), 2);
    assert!(stderr(&stranger).contains("there is no party fishermen;"), "{}", stderr(&stranger));
    let by_title = zopa(&["brief", file, "--role", "fishing guild"]);
    assert_eq!(code(&by_title), 0);
}

/// A brief as a page: the same words, nothing that acts, and never over a file that is there.
#[test]
fn a_brief_is_handed_out_as_a_page() {
    let page = File::new("brief.html", "");
    let brief = ["brief", "scenarios/two-party.toml", "--role", "lower", "--html", page.path()];
    let there = zopa(&brief);
    assert_eq!(code(&there), 1);
    assert!(stderr(&there).contains("cannot write"), "{}", stderr(&there));
    std::fs::remove_file(page.path()).unwrap();
    let output = zopa(&brief);
    assert_eq!((code(&output), stdout(&output)), (0, ""), "{}", stderr(&output));
    assert!(stderr(&output).contains("wrote "), "{}", stderr(&output));
    let html = std::fs::read_to_string(page.path()).unwrap();
    for says in [
        "<h1><bdi>Lower Ardo</bdi>: private brief</h1>",
        "Sign nothing that is worth less.",
        "script-src 'none'",
    ] {
        assert!(html.contains(says), "{says}\n{html}");
    }
    assert!(!html.contains("<script") && !html.contains("unsafe-inline"), "{html}");
    assert!(!html.contains("Negotiation briefing") && !html.contains("<footer"), "{html}");
}
