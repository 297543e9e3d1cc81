//! Sizes over the limits of the format, as they are shown.

use crate::diagnostics::war;

#[test]
fn too_many_events() {
    let events = "[[events]]\nname = \"e\"\nrate = 0.1\n\n".repeat(256);
    war().swap("[[questions]]", &format!("{events}[[questions]]")).shows(
        "Z0501",
        r"
error[Z0501]: 257 events are too many
    --> war.toml:1083:1
     |
1083 | [[events]]
     | ^^^^^^^^^^ at most 256 are allowed
",
    );
}

#[test]
fn too_many_anchors() {
    let anchors: Vec<String> = (0..65).map(|at| format!("{at} = \"x\"")).collect();
    war().swap(r#"0 = "troops", 100 = "none""#, &anchors.join(", ")).shows(
        "Z0501",
        r#"
error[Z0501]: 65 anchors are too many
  --> war.toml:11:643
   |
11 | ..., 59 = "x", 60 = "x", 61 = "x", 62 = "x", 63 = "x", 64 = "x" }
   |                                                        ^^ at most 64 are allowed
"#,
    );
}

#[test]
fn a_file_that_is_too_long() {
    war().text("# a long comment\n".repeat(300_000)).shows(
        "Z0502",
        r"
error[Z0502]: the file has 5 MB: at most 4 are read
 --> war.toml:1:1
  |
1 | # a long comment
  | ^
  |
  = help: a scenario is a few kilobytes; is this the right file?
",
    );
}
