//! The page of one code.

use std::fmt;

use super::Code;

/// What `zopa explain CODE` prints.
#[derive(Debug)]
pub(super) struct Page {
    /// The code.
    pub(super) code: Code,
    /// A few words.
    pub(super) title: &'static str,
    /// What it means.
    pub(super) means: &'static str,
    /// Why it matters.
    pub(super) matters: &'static str,
    /// A file that has it, or the part that does.
    pub(super) example: &'static str,
    /// The same, mended.
    pub(super) instead: &'static str,
}

/// Width of the prose.
const WIDTH: usize = 76;

impl fmt::Display for Page {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}: {}", self.code, self.title)?;
        for (heading, prose) in [("What it means", self.means), ("Why it matters", self.matters)] {
            writeln!(formatter, "\n{heading}\n{}", wrapped(prose))?;
        }
        for (heading, lines) in [("Example", self.example), ("Instead", self.instead)] {
            writeln!(formatter, "\n{heading}")?;
            for line in lines.lines() {
                writeln!(formatter, "    {line}")?;
            }
        }
        Ok(())
    }
}

/// Prose in lines of a terminal's width, indented.
fn wrapped(prose: &str) -> String {
    let mut lines = vec![String::new()];
    for word in prose.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            if line.is_empty() {
                line.push_str(word);
                continue;
            }
            if line.chars().count() + 1 + word.chars().count() <= WIDTH {
                line.push(' ');
                line.push_str(word);
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
