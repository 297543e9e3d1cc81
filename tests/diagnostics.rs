//! scratch
use zopa::scenario::*;
#[test]
fn scratch() {
    let text = std::fs::read_to_string("/tmp/zt/a.toml").unwrap();
    let o = LoadOptions {
        variant: None,
        overrides: vec![
            ("parties.upstream.influense".into(), "2".into()),
            ("parties.upstream.patience".into(), "[3,2,1]".into()),
            ("parties.upstream.outside.reservation".into(), "1.5".into()),
        ],
    };
    match load("a.toml", &text, &o) {
        Ok(l) => println!("{:#?}", l.scenario.inputs.len()),
        Err(e) => println!("{e}"),
    }
}
