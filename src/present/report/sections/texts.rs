//! Texts that were put on the table, where any were asked about.

use super::super::ReportView;
use crate::document::Section;
use crate::present::texts::parts;
use crate::results::cite;

/// What becomes of the texts, who says no over what, and what would turn that; `None` without any.
pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let report = &view.report;
    let texts = cite!(report.texts).some()?;
    let title =
        if texts.result.texts.len() == 1 { "What of this text?" } else { "What of these texts?" };
    Some(Section::new("texts", title, parts(&texts)))
}
