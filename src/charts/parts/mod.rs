//! What the charts share: scales, axes, measured text, colours, the sheet they are drawn on.

pub(super) mod axis;
pub(super) mod bars;
pub(super) mod canvas;
pub(super) mod columns;
pub(super) mod curves;
pub(super) mod escape;
pub(super) mod figure;
pub(super) mod fit;
pub(super) mod issue_scale;
pub(super) mod legend;
pub(super) mod mark;
pub(super) mod measure;
pub(super) mod palette;
pub(super) mod place;
pub(super) mod plane;
pub(super) mod point;
pub(super) mod scale;
pub(super) mod unit;
pub(super) mod values;
