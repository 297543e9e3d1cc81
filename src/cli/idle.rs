//! Options that have no effect on what is asked for: refused, not left out in silence.

use super::exit::Failure;

/// Refuses the first of these options that was given. `why` goes on after “has no effect” and says what
/// to do instead.
pub(super) fn refuse(options: &[(&str, bool)], why: &str) -> Result<(), Failure> {
    match options.iter().find(|(_, given)| *given) {
        None => Ok(()),
        Some((option, _)) => Err(Failure::usage(format!("{option} has no effect {why}"))),
    }
}
