//! The programs of `examples` say what they are meant to say.

#[allow(dead_code, reason = "its `main` is for the command line")]
#[path = "../examples/observer.rs"]
mod observer;
#[allow(dead_code, reason = "its `main` is for the command line")]
#[path = "../examples/run_file.rs"]
mod run_file;
#[allow(dead_code, reason = "its `main` is for the command line")]
#[path = "../examples/sweep.rs"]
mod sweep;

fn text(told: impl FnOnce(&mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>>) -> String {
    let mut out = Vec::new();
    told(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_file_is_played() {
    let told = text(|out| run_file::tell("scenarios/harbour.toml", out));
    let expected = [
        "A harbour for the Skarn coast, seed 7",
        "talks        100.0 %   95% interval 99.7 to 100.0",
        "ground        98.0 %   95% interval 97.2 to 98.6",
        "signed        83.7 %   95% interval 81.4 to 85.7",
        "ratified      77.4 %   95% interval 74.9 to 79.7",
        "carried-out   77.4 %   95% interval 74.9 to 79.7",
        "holds         64.0 %   95% interval 61.6 to 66.4",
        "The odds follow from the numbers of the file; they are no forecast.",
    ];
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
    let wrong = run_file::tell("scenarios/nowhere.toml", &mut Vec::new()).unwrap_err();
    assert!(wrong.to_string().contains("No such file"), "{wrong}");
}

#[test]
fn one_number_is_swept() {
    let told = text(sweep::tell);
    let expected = [
        "other offer   signed   95% interval",
        "        0.3     95 %   94 to 96",
        "        0.4     88 %   86 to 89",
        "        0.5     64 %   61 to 66",
        "        0.6     32 %   29 to 35",
        "        0.7     14 %   12 to 17",
    ];
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
    // The better the seller's other offer, the rarer a deal.
    let odds: Vec<f64> =
        told.lines().skip(1).map(|line| line[11..18].trim().parse().unwrap()).collect();
    assert_eq!(odds.len(), 5);
    assert!(odds.is_sorted_by(|more, less| more > less), "{odds:?}");
}

#[test]
fn meetings_are_counted() {
    let told = text(observer::tell);
    let expected = [
        "802 meetings in 1000 histories, 338 with a text",
        "the leaders met in 547 of them, signed in 66, and did both in 31",
    ];
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

/// Whoever reads them has them before the eyes at once, and they go by the face of the crate alone.
#[test]
fn they_are_short_and_use_the_root_of_the_crate() {
    for name in ["observer", "run_file", "sweep"] {
        let path = format!("{}/examples/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        let program = std::fs::read_to_string(path).unwrap();
        assert!(program.lines().count() < 60, "{name}");
        let inside: Vec<&str> =
            program.lines().filter(|line| line.starts_with("use zopa::")).collect();
        assert_eq!(inside.len(), 1, "{name}");
        assert!(inside[0].starts_with("use zopa::{"), "{name}");
    }
}
