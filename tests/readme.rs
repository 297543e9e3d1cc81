//! The console blocks of the README and of the docs print what they say.

use std::time::Duration;

/// Refresh with `TRYCMD=overwrite cargo test readme`, and read the difference: a changed number is a
/// *Results* entry in the changelog.
#[test]
fn console_blocks_are_what_the_command_prints() {
    // Studies go on where they were: what an older build played must not answer for this one.
    let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/studies");
    let _ = std::fs::remove_dir_all(old);
    trycmd::TestCases::new()
        .timeout(Duration::from_mins(5))
        .case("README.md")
        .case("docs/*.md")
        .case("docs/teaching/*.md");
}
