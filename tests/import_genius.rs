//! `zopa import genius`: the meaning of GENIUS's files, and files that mean no good.
//!
//! The domains here are our own, written to the schema.

#![expect(
    clippy::disallowed_methods,
    reason = "that a bomb is refused at once takes a clock to say"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use zopa::model::{Outside, Scenario};
use zopa::scenario::{GeniusFile, LoadOptions, import_genius, load};

use crate::cli_run::{File, code, stderr, stdout, zopa};

const FOLDER: &str = "tests/data/genius";

fn text(name: &str) -> String {
    let path = format!("{}/{FOLDER}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The scenario and what was said of the way to it.
fn imported(domain: &str, owner: &str, tenant: &str) -> (Scenario, Vec<String>, String) {
    let profiles = [
        GeniusFile { name: "in/orchard_owner.xml", text: owner },
        GeniusFile { name: "in/orchard_tenant.xml", text: tenant },
    ];
    let domain = GeniusFile { name: "orchard.xml", text: domain };
    let imported = import_genius(domain, &profiles, 60).unwrap_or_else(|error| panic!("{error}"));
    let loaded = load("imported.toml", &imported.text, &LoadOptions::default());
    let loaded = loaded.unwrap_or_else(|error| panic!("{error}\n{}", imported.text));
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    (loaded.scenario, imported.notes, imported.text)
}

/// The utility of choices as the format defines it (docs/format.md), from the scenario's numbers.
fn utility(scenario: &Scenario, party: usize, choices: &[usize]) -> f64 {
    let party = &scenario.parties[party];
    let at = |id: zopa::model::InputId| scenario.inputs[id.index()].prior.quantile(0.5);
    let total: f64 = party.saliences().map(at).sum();
    let mut sum = 0.0;
    for (k, (issue, &choice)) in scenario.issues.iter().zip(choices).enumerate() {
        let worth = match (&party.preferences[k], &party.positions[k]) {
            (Some(preference), _) => at(preference.scores[choice]) / 100.0,
            (None, Some(position)) => {
                let step = issue.scale.width() / (issue.points - 1) as f64;
                let x = issue.scale.low + step * choice as f64;
                1.0 - (x - at(position.ideal)).abs() / issue.scale.width()
            }
            (None, None) => 0.0,
        };
        sum += at(party.salience_on(k).unwrap()) / total * worth;
    }
    sum
}

/// Worked out from the XML by hand: weights over their sum, evaluations over the issue's greatest,
/// integers by offset + slope × (value − low) within 0 and 1, reals by parameter0 + parameter1 × value.
#[test]
fn every_outcome_has_the_utility_of_genius() {
    let texts = ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"].map(text);
    let (scenario, _, _) = imported(&texts[0], &texts[1], &texts[2]);
    let shape: Vec<usize> = scenario.issues.iter().map(zopa::model::Issue::choices).collect();
    assert_eq!(shape, [3, 2, 6, 21]);
    let fruit = [[3.0 / 7.0, 1.0, 0.0], [1.0, 0.4, 0.9]];
    let prunes = [[1.0 / 90.0, 1.0], [1.0, 0.2]];
    let years = [[0.0, 0.15, 0.4, 0.65, 0.9, 1.0], [0.9, 0.6, 0.3, 0.0, 0.0, 0.0]];
    let weights = [[0.2, 0.1, 0.2, 0.5], [0.3, 0.1, 0.2, 0.4]];
    let mut outcomes = 0;
    for (f, p, y, r) in (0..3).flat_map(|f| {
        (0..2).flat_map(move |p| (0..6).flat_map(move |y| (0..21).map(move |r| (f, p, y, r))))
    }) {
        let rent = 2.5 * r as f64;
        let rents = [0.02 * rent, 1.0 - 0.02 * rent];
        for party in 0..2 {
            let [a, b, c, d] = weights[party];
            let by_hand =
                a * fruit[party][f] + b * prunes[party][p] + c * years[party][y] + d * rents[party];
            let read = utility(&scenario, party, &[f, p, y, r]);
            assert!((read - by_hand).abs() < 1e-12, "{party} {f} {p} {y} {r}: {read} {by_hand}");
        }
        outcomes += 1;
    }
    assert_eq!(outcomes, 756);
}

#[test]
fn what_is_carried_and_what_is_dropped_is_said() {
    let texts = ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"].map(text);
    let (scenario, notes, text) = imported(&texts[0], &texts[1], &texts[2]);
    assert_eq!(
        notes,
        [
            "descriptions of the domain and its values are left out",
            "“Rent” may be settled at 21 equally spaced points, as GENIUS divides a range",
            "the discount factor 0.8 of orchard_owner is spread over 60 rounds; GENIUS also discounts its \
             reservation value, zopa does not",
            "the weights of orchard_owner sum to 3 and are made to sum to 1; GENIUS takes them as they stand",
            "orchard_tenant has no reservation value: 0, as in GENIUS",
        ]
    );
    for note in &notes {
        assert!(text.contains(note.as_str()), "the file itself says it too: {note}");
    }
    // 0.6, 0.3, 0.6 and 1.5 over their sum, as on paper and not as doubles divide.
    for weight in ["salience = 0.2,", "salience = 0.1,", "salience = 0.5,"] {
        assert!(text.contains(weight), "{weight}\n{text}");
    }
    let at = |path: &str| {
        let id = scenario.input_id(path).unwrap();
        scenario.inputs[id.index()].prior.quantile(0.5)
    };
    let lost = at("parties.orchard_owner.discount");
    assert!(((1.0 - lost).powi(60) - 0.8).abs() < 1e-12, "{lost}");
    assert_eq!(at("parties.orchard_owner.outside.reservation"), 0.35);
    assert!(matches!(scenario.parties[0].outside, Outside::Reservation(_)));
    assert_eq!(scenario.offers().unwrap().rounds, 60);
}

#[test]
fn the_command_writes_a_file_that_checks() {
    let [domain, owner, tenant] =
        ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"].map(|f| format!("{FOLDER}/{f}"));
    let printed = zopa(&["import", "genius", &domain, &owner, &tenant]);
    assert_eq!(code(&printed), 0, "{}", stderr(&printed));
    assert!(stderr(&printed).contains("note: “Rent” may be settled at 21"), "{}", stderr(&printed));
    let target = File::new("orchard-imported.toml", "");
    std::fs::remove_file(target.path()).unwrap();
    let written = zopa(&["import", "genius", &domain, &owner, &tenant, "-o", target.path()]);
    assert_eq!(code(&written), 0, "{}", stderr(&written));
    assert_eq!(std::fs::read_to_string(target.path()).unwrap(), stdout(&printed));
    assert_eq!(code(&zopa(&["check", "--strict", target.path()])), 0);
    let again = zopa(&["import", "genius", &domain, &owner, &tenant, "-o", target.path()]);
    assert_eq!(code(&again), 1, "a file is never overwritten");
    let alone = zopa(&["import", "genius", &domain, &owner]);
    assert_eq!(code(&alone), 2);
    assert!(stderr(&alone).contains("a negotiation needs two parties"), "{}", stderr(&alone));
}

/// A domain of one or two issues, and a profile of it, as text.
fn domain(issues: &str) -> String {
    format!(
        "<negotiation_template><utility_space><objective index=\"0\" name=\"d\" type=\"objective\">{issues}\
         </objective></utility_space></negotiation_template>"
    )
}

fn profile(issues: &str, more: &str) -> String {
    format!(
        "<utility_space><objective index=\"0\" name=\"d\" type=\"objective\">{issues}</objective>{more}\
         </utility_space>"
    )
}

fn read(domain: &str, profiles: [&str; 2]) -> (Scenario, Vec<String>) {
    let (scenario, notes, text) = imported(domain, profiles[0], profiles[1]);
    let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    for note in &notes {
        assert!(head.contains(&format!("# - {note}").as_str()), "{note}\n{text}");
    }
    (scenario, notes)
}

/// A day and whether to take a lunch, in whatever words for the type.
fn days(kind: &str, evaluated: bool) -> String {
    let worth = |n: usize| if evaluated { format!(" evaluation=\"{n}\"") } else { String::new() };
    format!(
        "<issue index=\"1\" name=\"day\"{kind}><item value=\"mon\"{}/><item value=\"tue\"{}/></issue>",
        worth(1),
        worth(4)
    )
}

#[test]
fn an_issue_without_a_type_or_of_a_strange_one_is_discrete() {
    for (kind, says) in [
        ("", "“day” has no type: discrete, as in GENIUS"),
        (" type=\"price\"", "“day” is of the type “price”: discrete, as in GENIUS"),
    ] {
        let one = profile(&(days(kind, true) + "<weight index=\"1\" value=\"1\"/>"), "");
        let (scenario, notes) = read(&domain(&days(kind, false)), [&one, &one]);
        assert_eq!(scenario.issues[0].options, ["mon", "tue"]);
        assert!((utility(&scenario, 0, &[0]) - 0.25).abs() < 1e-12);
        assert_eq!(notes[0], says);
    }
}

#[test]
fn a_value_listed_twice_is_one_value() {
    let kind = " type=\"discrete\"";
    let twice = |issue: String, item: &str| issue.replace("</issue>", &format!("{item}</issue>"));
    let space = domain(&twice(days(kind, false), "<item value=\"tue\"/>"));
    let weight = "<weight index=\"1\" value=\"1\"/>";
    let once = profile(&(days(kind, true) + weight), "");
    let same = profile(
        &(twice(days(kind, true), "<item value=\"tue\" evaluation=\"4.0\"/>") + weight),
        "",
    );
    let (scenario, notes) = read(&space, [&once, &same]);
    assert_eq!(scenario.issues[0].options, ["mon", "tue"]);
    assert_eq!(notes[0], "“tue” of “day” is listed more than once: one value");
    for party in 0..2 {
        assert!((utility(&scenario, party, &[0]) - 0.25).abs() < 1e-12);
    }
}

#[test]
fn what_the_reader_of_genius_passes_over_is_mended_and_said() {
    let issue = |evaluation: &str| {
        format!(
            "<issue index=\"1\" name=\"food & drink\" type=\"discrete\">\
             <item value=\"fish&chips;\"{evaluation}/><item value=\"a &amp; b &#38; c\"{evaluation}/></issue>"
        )
    };
    let space = format!("\n  <?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", domain(&issue("")));
    let one = profile(&(issue(" evaluation=\"2\"") + "<weight index=\"1\" value=\"1\"/>"), "");
    let (scenario, notes) = read(&space, [&one, &one]);
    assert_eq!(scenario.issues[0].title, "food & drink");
    assert_eq!(scenario.issues[0].options, ["fish&chips;", "a & b & c"]);
    assert_eq!(
        notes[..3],
        [
            "orchard.xml: white space before the XML declaration is passed over",
            "orchard.xml: an & that stands for nothing else is read as itself",
            "orchard_owner.xml: an & that stands for nothing else is read as itself",
        ]
    );
    // What is wrong further down is still told by its line.
    let broken = space.replace("</objective>", "");
    let profiles =
        [GeniusFile { name: "p.xml", text: &one }, GeniusFile { name: "q.xml", text: &one }];
    let rejected = import_genius(GeniusFile { name: "d.xml", text: &broken }, &profiles, 10);
    let rejected = rejected.unwrap_err().to_string();
    assert!(rejected.contains("--> d.xml:3:"), "{rejected}");
}

#[test]
fn a_reservation_value_below_nothing_is_nothing() {
    let kind = " type=\"discrete\"";
    let own = days(kind, true) + "<weight index=\"1\" value=\"1\"/>";
    let below = profile(&own, "<reservation value=\"-0.036\"/>");
    let (scenario, notes) = read(&domain(&days(kind, false)), [&below, &below]);
    assert_eq!(
        notes[0],
        "the reservation value -0.036 of orchard_owner is 0 here: nothing is worth less to it"
    );
    assert!(matches!(scenario.parties[0].outside, Outside::Reservation(_)));
    let at = scenario.input_id("parties.orchard_owner.outside.reservation").unwrap();
    assert_eq!(scenario.inputs[at.index()].prior.quantile(0.5), 0.0);
}

/// A pie cut at 0 to 1000, and whole numbers with an evaluator that no scale holds: options.
#[test]
fn an_issue_of_a_thousand_values_is_a_choice() {
    let items = |worth: &dyn Fn(usize) -> String| -> String {
        (0..1001).fold(String::new(), |mut text, n| {
            let _ = write!(text, "<item value=\"cut {n}\"{}/>", worth(n));
            text
        })
    };
    let pie = |worth: &dyn Fn(usize) -> String| {
        format!("<issue index=\"1\" name=\"pie\" type=\"discrete\">{}</issue>", items(worth))
    };
    let weight = "<weight index=\"1\" value=\"1\"/>";
    let up = profile(&(pie(&|n| format!(" evaluation=\"{n}\"")) + weight), "");
    let down = profile(&(pie(&|n| format!(" evaluation=\"{}\"", 1000 - n)) + weight), "");
    let (scenario, _) = read(&domain(&pie(&|_| String::new())), [&up, &down]);
    assert_eq!(scenario.issues[0].options.len(), 1001);
    assert!((utility(&scenario, 0, &[250]) - 0.25).abs() < 1e-12);
    assert!((utility(&scenario, 1, &[250]) - 0.75).abs() < 1e-12);
    let range = |evaluator: &str| {
        format!(
            "<issue index=\"1\" name=\"n\" type=\"integer\" lowerbound=\"0\" upperbound=\"400\">{evaluator}</issue>"
        )
    };
    let clipped = range("<evaluator ftype=\"linear\" slope=\"0.01\" offset=\"-1\"/>") + weight;
    let (scenario, notes) =
        read(&domain(&range("")), [&profile(&clipped, ""), &profile(&(range("") + weight), "")]);
    for (n, worth) in [(0, 0.0), (100, 0.0), (150, 0.5), (200, 1.0), (400, 1.0)] {
        assert!((utility(&scenario, 0, &[n]) - worth).abs() < 1e-12, "{n}");
        assert_eq!(utility(&scenario, 1, &[n]), 0.0, "no evaluator: worth nothing, as in GENIUS");
    }
    let idle = "orchard_tenant gives all values of an issue 0: its weight counts for nothing";
    assert!(notes.iter().any(|note| note == idle), "{notes:?}");
}

/// Which of the three files, what in it, what it becomes, and what is said.
const SPOILT: [(usize, &str, &str, &str, &str); 26] = [
    (0, "</objective>", "", "Z0701", "this is not sound XML: expected 'objective' tag, not"),
    (
        0,
        "<negotiation_template>",
        "<!DOCTYPE x [<!ENTITY a \"a\">]><negotiation_template>",
        "Z0701",
        "a document type",
    ),
    (0, "utility_space", "space", "Z0701", "there is no <utility_space>"),
    (
        0,
        "etype=\"discrete\" index=\"1\"",
        "etype=\"integer\" index=\"1\"",
        "Z0704",
        "this <issue> has several types: integer, discrete, discrete",
    ),
    (
        0,
        "index=\"2\" name=\"Who",
        "index=\"1\" name=\"Who",
        "Z0702",
        "a second issue has the index 1",
    ),
    (
        0,
        "<range lowerbound=\"2\" upperbound=\"7\"/>",
        "",
        "Z0702",
        "this <issue> has no `lowerbound`",
    ),
    (0, "upperbound=\"7\"", "upperbound=\"1\"", "Z0702", "an integer issue cannot go from 2 to 1"),
    (
        1,
        "name=\"Who prunes\"",
        "name=\"Who waters\"",
        "Z0703",
        "issue 2 is “Who prunes” in the domain, not “Who waters”",
    ),
    (
        1,
        "index=\"4\" name=\"Rent\"",
        "index=\"5\" name=\"Rent\"",
        "Z0703",
        "the issue “Rent” of the domain is missing here",
    ),
    (1, "value=\"tenant\"", "value=\"tenants\"", "Z0703", "the domain has no value “tenants” here"),
    (1, " evaluation=\"90\"", "", "Z0702", "this <item> has no `evaluation`"),
    (
        1,
        "evaluation=\"90\"",
        "evaluation=\"many\"",
        "Z0702",
        "`evaluation` is “many”, which is no number",
    ),
    (1, "evaluation=\"90\"", "evaluation=\"-1\"", "Z0704", "an evaluation of -1 cannot be held"),
    (
        1,
        "<weight index=\"2\" value=\"0.3\"/>",
        "",
        "Z0702",
        "there is no <weight> for the issue “Who prunes”",
    ),
    (
        1,
        "<weight index=\"2\" value=\"0.3\"/>",
        "<weight index=\"2\" value=\"NaN\"/>",
        "Z0702",
        "`value` is “NaN”",
    ),
    (
        1,
        "<reservation value=\"0.35\"/>",
        "<reservation value=\"35\"/>",
        "Z0704",
        "a reservation value of 35",
    ),
    (
        1,
        "<evaluator ftype=\"linear\" parameter0=\"0\" parameter1=\"0.02\"/>",
        "",
        "Z0702",
        "this issue has no <evaluator>",
    ),
    (
        2,
        "ftype=\"linear\" parameter0=\"1\" parameter1=\"-0.02\"",
        "ftype=\"triangular\" parameter0=\"0\" parameter1=\"50\" parameter2=\"20\"",
        "Z0704",
        "the evaluator of “Rent” cannot be held",
    ),
    (
        2,
        "parameter1=\"-0.02\"",
        "parameter1=\"-0.01\"",
        "Z0704",
        "the evaluator of “Rent” cannot be held",
    ),
    (
        2,
        "ftype=\"linear\" parameter0",
        "ftype=\"cubic\" parameter0",
        "Z0704",
        "an evaluator of the type “cubic”",
    ),
    (
        2,
        "<objective description",
        "<ufun type=\"PlainUfun\"/><objective description",
        "Z0705",
        "this utility is not additive: there is a <ufun> in it",
    ),
    (
        1,
        "<utility_space number_of_issues=\"4\">",
        "<utility_space type=\"nonlinear\" number_of_issues=\"4\">",
        "Z0705",
        "this utility is not additive: its type is “nonlinear”",
    ),
    (
        1,
        "<weight index=\"2\" value=\"0.3\"/>",
        "<ufun type=\"PlainUfun\"><hyperRectangle utility=\"21\"/></ufun>",
        "Z0705",
        "this utility is not additive: there is a <ufun> in it",
    ),
    (
        1,
        "ftype=\"linear\" offset=\"-0.1\" slope=\"0.25\"",
        "ftype=\"linear\" parameter0=\"0\" parameter1=\"0.2\"",
        "Z0702",
        "this <evaluator> has no `slope`",
    ),
    (
        1,
        "<item index=\"1\" value=\"owner\" evaluation=\"1\"/>",
        "<item index=\"1\" value=\"owner\" evaluation=\"1\"/><item value=\"owner\" evaluation=\"2\"/>",
        "Z0702",
        "the value “owner” is listed twice, worth 1 and 2",
    ),
    (
        0,
        "etype=\"real\" index=\"4\" name=\"Rent\" type=\"real\" vtype=\"real\"",
        "index=\"4\" name=\"Rent\" type=\"price\"",
        "Z0704",
        "an issue of the type “price” without values means nothing",
    ),
];

/// One file is spoilt; the report names it, the line and the code.
#[test]
fn spoilt_files_are_refused_by_file_and_line() {
    let sound = ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"].map(text);
    for (file, from, to, code, says) in SPOILT {
        let mut texts = sound.clone();
        assert!(texts[file].contains(from), "{from}");
        texts[file] = texts[file].replace(from, to);
        let [domain, owner, tenant] = &texts;
        let profiles = [
            GeniusFile { name: "owner.xml", text: owner },
            GeniusFile { name: "tenant.xml", text: tenant },
        ];
        let domain = GeniusFile { name: "domain.xml", text: domain };
        let rejected = import_genius(domain, &profiles, 60).unwrap_err().to_string();
        assert!(rejected.contains(&format!("error[{code}]: {says}")), "{says}\n{rejected}");
        let name = ["domain.xml", "owner.xml", "tenant.xml"][file];
        assert!(rejected.contains(&format!("--> {name}:")), "{name}\n{rejected}");
    }
}

#[test]
fn bombs_and_monsters_are_refused_at_once() {
    let [domain, owner, tenant] =
        ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"].map(|f| format!("{FOLDER}/{f}"));
    let mut laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE l [\n<!ENTITY a0 \"ha\">\n".to_owned();
    for n in 1..30 {
        let before = format!("&a{};", n - 1).repeat(10);
        let _ = writeln!(laughs, "<!ENTITY a{n} \"{before}\">");
    }
    laughs += "]>\n<utility_space>&a29;</utility_space>\n";
    let deep = format!("{}{}", "<a>".repeat(300_000), "</a>".repeat(300_000));
    let wide = format!("<utility_space>{}</utility_space>", "<a/>".repeat(400_000));
    let mut attributes = "<utility_space".to_owned();
    for n in 0..150_000 {
        let _ = write!(attributes, " a{n}=\"\"");
    }
    attributes += "/>";
    let huge = "x".repeat(5_000_000);
    let open = "<utility_space ".to_owned() + &"a ".repeat(1_000_000);
    let comment = "<!-- ".to_owned() + &"<".repeat(3_000_000);
    for (name, text, says) in [
        ("laughs.xml", laughs, "a document type (<!DOCTYPE …>) is not read"),
        ("deep.xml", deep, "elements stand more than 64 deep"),
        ("wide.xml", wide, "there are more than 200000 elements and texts"),
        ("attributes.xml", attributes, "an element has more than 64 attributes"),
        ("huge.xml", huge, "has more than 4000000 bytes"),
        ("open.xml", open, "this is not sound XML"),
        ("comment.xml", comment, "this is not sound XML"),
        ("empty.xml", String::new(), "this is not sound XML"),
        ("brackets.xml", "<".repeat(1_000_000), "error[Z0701]"),
    ] {
        let file = File::new(name, &text);
        for arguments in [[file.path(), &owner, &tenant], [&domain, file.path(), &tenant]] {
            let begun = Instant::now();
            let output = zopa(&[&["import", "genius"][..], &arguments[..]].concat());
            // A second on a machine that does other things too is far from the hours of a bomb.
            assert!(begun.elapsed() < Duration::from_secs(5), "{name}: {:?}", begun.elapsed());
            assert_eq!(code(&output), 3, "{name}: {}", stderr(&output));
            assert!(stderr(&output).contains(says), "{says}\n{}", stderr(&output));
            assert!(stderr(&output).len() < 20_000, "{name}: {} bytes", stderr(&output).len());
        }
    }
    let missing = zopa(&["import", "genius", "nowhere.xml", &owner, &tenant]);
    assert_eq!(code(&missing), 1);
    assert!(stderr(&missing).contains("cannot read nowhere.xml"), "{}", stderr(&missing));
}
