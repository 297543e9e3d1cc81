//! The short forms: a memo of two pages, and one page.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::markup::read;
use super::{page_and_json, run, shipped};
use crate::cli_run::{File, code, zopa};
use crate::support::skip;

fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn a_memo_is_two_pages_and_the_whole_is_asked_for() {
    let flagship = shipped("white-house-2025");
    let memo = run(&flagship, &["--format", "md"]);
    assert!(word_count(&memo) <= 900, "{} words:\n{memo}", word_count(&memo));
    let whole = run(&flagship, &["--format", "md", "--full"]);
    assert!(word_count(&whole) > 5 * word_count(&memo));
    for section in ["## The answer", "## On what terms", "## What it cannot tell"] {
        assert!(memo.contains(section) && whole.contains(section), "{section}");
    }
    // What has to be read with any number stands right after the answer, in either.
    for text in [&memo, &whole] {
        let answer = text.find("## The answer").unwrap();
        let notice = text.find("> **These odds follow from assumptions.**").unwrap();
        assert!(answer < notice && notice < text.find("## Where deals").unwrap());
    }
    let page = run(&flagship, &["--format", "md", "--brief"]);
    assert!(word_count(&page) < word_count(&memo), "{page}");
}

/// The one page says nothing that the whole report's JSON does not.
#[test]
fn every_number_of_the_one_page_is_that_of_the_json() {
    for (name, more) in
        [("white-house-2025", &["--variants"][..]), ("job-offer", &[]), ("harbour", &[])]
    {
        let (_, json): (_, Value) = page_and_json(&shipped(name), more);
        let page = run(&shipped(name), &[more, &["--brief"]].concat());
        let mut seen = 0;
        for piece in read(&page).0 {
            let Some(holder) = piece.holder("data-at") else { continue };
            let at = holder.get("data-at").unwrap();
            let there = json.pointer(at).unwrap_or_else(|| panic!("{name}: nothing at {at}"));
            let value: f64 = holder.get("value").unwrap().parse().unwrap();
            assert_eq!(there.as_f64(), Some(value), "{name}: {at}");
            seen += 1;
        }
        assert!(seen > 15, "{name}: {seen}");
        let (answer, notice) =
            (page.find("id=\"answer\"").unwrap(), page.find("class=\"notice\"").unwrap());
        assert!(answer < notice && !page.contains("<nav"), "{name}");
    }
}

/// Pages of a PDF as Chromium writes it.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type /Page";
    pdf.windows(mark.len() + 1).filter(|at| at.starts_with(mark) && at[mark.len()] != b's').count()
}

#[test]
fn one_page_is_one_sheet_of_paper() {
    let browser = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    if !Path::new(&browser).exists() {
        skip("one_page_is_one_sheet_of_paper", "there is no Chromium: apt-get install chromium");
        return;
    }
    for (name, more) in
        [("white-house-2025", &["--variants"][..]), ("northland", &[]), ("job-offer", &[])]
    {
        let text = run(&shipped(name), &[more, &["--brief"]].concat());
        let page = File::new(&format!("brief-{name}.html"), &text);
        let pdf = File::new(&format!("brief-{name}.pdf"), "");
        let printed = Command::new(&browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg(format!("--print-to-pdf={}", pdf.path()))
            .arg(format!("file://{}", page.path()))
            .output()
            .unwrap();
        let bytes = std::fs::read(pdf.path()).unwrap();
        assert!(bytes.starts_with(b"%PDF"), "{}", String::from_utf8_lossy(&printed.stderr));
        assert_eq!(pages(&bytes), 1, "{name}");
    }
}

/// Both counts of what the file is unsure of are the same.
#[test]
fn the_report_counts_what_check_counts() {
    for name in ["two-party", "white-house-2025", "class/2-concert"] {
        let check = zopa(&["check", &shipped(name)]);
        assert_eq!(code(&check), 0);
        let (_, json) = page_and_json(&shipped(name), &[]);
        let said = format!(
            "{} numbers of which {} uncertain",
            json["known"]["stated"], json["known"]["uncertain"]
        );
        assert!(crate::cli_run::stdout(&check).contains(&said), "{name}: {said}");
    }
}

/// A chart of variants is about what they move, or about what is asked for.
#[test]
fn the_chart_of_variants_is_of_what_moves() {
    let text = crate::cli_compare::PRICE.to_owned()
        + "[variants.veto]\ntitle = \"The veto\"\nset = { \"parties.b.ratification.probability\" = 0.05 }\n";
    let file = File::new("price-report.toml", &text);
    let page = run(file.path(), &["--variants"]);
    assert!(page.contains("Change of the odds of a deal in force"), "{page}");
    let asked = run(file.path(), &["--variants", "--of", "signed"]);
    assert!(asked.contains("Change of the odds of a signature"));
    assert!(asked.contains("It moves the odds of "), "{asked}");
    let tornado = run(&shipped("two-party"), &["--tornado", "--of", "deal-by-spring"]);
    assert!(tornado.contains("with one input low and high"), "{tornado}");
}
