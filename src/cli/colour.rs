//! Colour on standard error.

use std::io::IsTerminal as _;

/// Is standard error a terminal whose user has not asked for plain text (no-color.org)?
pub(crate) fn wants_colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !refused && std::io::stderr().is_terminal()
}
