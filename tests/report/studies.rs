//! The report of a study's results.

use serde_json::Value;

use super::markup::read;
use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::{Place, SMALL};

#[test]
fn a_studys_results_make_a_report() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let folder = place.at("study.results");
    let output = zopa(&["report", &folder]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let json: Value = serde_json::from_str(stdout(&zopa(&["report", &folder, "--json"]))).unwrap();
    let (pieces, _) = read(stdout(&output));
    let mut seen = 0;
    for piece in &pieces {
        let Some(holder) = piece.holder("data-at") else { continue };
        let at = holder.get("data-at").unwrap();
        let value: f64 = holder.get("value").unwrap().parse().unwrap();
        assert_eq!(json.pointer(at).and_then(Value::as_f64), Some(value), "{at}");
        seen += 1;
    }
    assert!(seen > 15, "{seen} numbers");
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    for said in
        ["This is a design, not a forecast.", "Over the cases, “signed” goes from", "zopa verify "]
    {
        assert!(text.contains(said), "{said}");
    }
    // What the table of results says is what the report says.
    let overview = stdout(&place.study("run", &[])).to_owned();
    assert!(overview.contains("Mean of signed by factor"), "{overview}");
    let refused = zopa(&["report", &folder, "--worlds", "5"]);
    assert_eq!(code(&refused), 2);
    assert!(stderr(&refused).contains("--worlds has no effect"), "{}", stderr(&refused));
    let memo = zopa(&["report", &folder, "--format", "md"]);
    assert!(stdout(&memo).contains("## What moves it"), "{}", stdout(&memo));
}

#[test]
fn a_folder_without_results_is_no_study() {
    let place = Place::new();
    let output = zopa(&["report", place.0.to_str().unwrap()]);
    assert_eq!((code(&output), stdout(&output)), (2, ""));
    assert!(stderr(&output).contains("is no folder of a study's results"), "{}", stderr(&output));
}
