//! The engine that pages carry, where this command was built with it.

use super::exit::Failure;

/// The engine as WebAssembly, packed.
#[cfg(zopa_engine)]
pub(crate) const ENGINE: Option<&[u8]> = Some(include_bytes!(env!("ZOPA_ENGINE")));
#[cfg(not(zopa_engine))]
pub(crate) const ENGINE: Option<&[u8]> = None;

/// The engine for what cannot do without it.
pub(crate) fn needed(what: &str) -> Result<&'static [u8], Failure> {
    ENGINE.ok_or_else(|| {
        Failure::usage(format!(
            "this zopa was built without the engine that {what} carries. In its source folder, src/web/build \
             makes the engine; build zopa again after that"
        ))
    })
}
