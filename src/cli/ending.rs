//! What a file is called says what its reader expects in it: nothing else is written under that name.

use std::path::Path;

use super::exit::Failure;

/// Endings of files, which no folder is meant by.
const OF_FILES: [&str; 14] = [
    "csv", "docx", "htm", "html", "json", "jsonl", "md", "pdf", "png", "pptx", "svg", "toml",
    "txt", "xlsx",
];

/// The ending of a path in small letters.
pub(super) fn of(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase())
}

/// Refuses a file whose ending is none of these; one without an ending is what it is said to be. `mend` says
/// what can be written.
pub(super) fn expect(
    option: &str,
    path: &Path,
    endings: &[&str],
    mend: &str,
) -> Result<(), Failure> {
    match of(path) {
        Some(ending) if !endings.contains(&ending.as_str()) => Err(Failure::usage(format!(
            "{option} {}: what is written there is no .{ending} file; {mend}",
            path.display()
        ))),
        _ => Ok(()),
    }
}

/// Refuses a page that is not called one.
pub(super) fn expect_page(option: &str, path: &Path) -> Result<(), Failure> {
    expect(option, path, &["html", "htm"], "a page ends in .html")
}

/// Refuses a folder that is to be made under the name of a file.
pub(super) fn expect_folder(option: &str, path: &Path) -> Result<(), Failure> {
    match of(path) {
        Some(ending) if OF_FILES.contains(&ending.as_str()) && !path.exists() => {
            Err(Failure::usage(format!(
                "{option} {}: several files are written, into a folder; name one, without .{ending}",
                path.display()
            )))
        }
        _ => Ok(()),
    }
}
