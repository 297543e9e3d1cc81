//! A report that plays, as a page.

use super::request::Request;
use crate::document::Document;
use crate::model::Scenario;
use crate::present::living::panel;
use crate::render::html::{self, Living};
use crate::results::report::Report;

/// The page of a report with all that it takes to play again: the request that made it, and the engine, packed.
pub fn living(
    request: &Request,
    scenario: &Scenario,
    report: &Report,
    told: &Document,
    engine: &[u8],
) -> String {
    let panel = panel(scenario, report, request.variant.as_deref());
    // Structs with names for keys always make JSON.
    let request = serde_json::to_string(request).unwrap_or_default();
    html::living(told, &Living { panel: &panel, engine, request: &request })
}
