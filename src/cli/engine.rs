//! The engines that pages carry, where this command was built with them: WebAssembly, packed.

use super::exit::Failure;

/// That of a living report.
#[cfg(zopa_engine)]
pub(crate) const ENGINE: Option<&[u8]> = Some(include_bytes!(env!("ZOPA_ENGINE")));
#[cfg(not(zopa_engine))]
pub(crate) const ENGINE: Option<&[u8]> = None;

/// That of the workbench.
#[cfg(zopa_engine)]
pub(crate) const WORKBENCH: Option<&[u8]> = Some(include_bytes!(env!("ZOPA_WORKBENCH")));
#[cfg(not(zopa_engine))]
pub(crate) const WORKBENCH: Option<&[u8]> = None;

/// An engine for what cannot do without it.
pub(crate) fn needed(engine: Option<&'static [u8]>, what: &str) -> Result<&'static [u8], Failure> {
    engine.ok_or_else(|| {
        Failure::usage(format!(
            "this zopa was built without the engine that {what} carries. In its source folder, src/web/build \
             makes the engine; build zopa again after that"
        ))
    })
}
