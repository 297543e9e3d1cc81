//! The sheet a chart is drawn on: shapes and text go in, the inside of an `<svg>` comes out.

use std::fmt::Write as _;

use super::escape::{escape, runs_left};
use super::figure::{Figure, Table};
use super::fit::{BODY, Type, brief, composed};
use super::mark::{Mark, Shape};
use super::measure::{ASCENT, DESCENT};
use super::palette::Tone;
use super::point::{Point, number};

/// Characters of a tooltip.
const TIP: usize = 240;
/// Widths that can be asked for, in pixels, and the one taken for what is no number.
const WIDTHS: (f64, f64, f64) = (240.0, 2000.0, 720.0);

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Align {
    /// Behind it.
    Start,
    /// Centred on it.
    Middle,
    /// Before it.
    End,
}

/// An axis-parallel box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct Rect {
    pub(in crate::charts) x: f64,
    pub(in crate::charts) y: f64,
    pub(in crate::charts) width: f64,
    pub(in crate::charts) height: f64,
}

impl Rect {
    /// Do the insides meet?
    pub(in crate::charts) fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// Stroke of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct Pen {
    pub(in crate::charts) tone: Tone,
    pub(in crate::charts) width: f64,
    /// Dashes of the n-th series; 0 is a whole line.
    pub(in crate::charts) dash: usize,
}

impl Pen {
    /// A whole line.
    pub(in crate::charts) const fn new(tone: Tone, width: f64) -> Self {
        Self { tone, width, dash: 0 }
    }

    /// The line of the n-th series.
    pub(in crate::charts) fn dashed(self, dash: usize) -> Self {
        Self { dash, ..self }
    }

    fn attributes(self) -> String {
        let dash = ["", "6 3", "2 3", "8 3 2 3", "1 3"][self.dash % 5];
        let dash =
            if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        format!("class=\"s-{}\" stroke-width=\"{}\"{dash}", self.tone.name(), number(self.width))
    }
}

/// A drawing under way.
pub(in crate::charts) struct Canvas {
    /// Width of the drawing.
    pub(in crate::charts) width: f64,
    body: String,
    /// Boxes of the texts so far.
    texts: Vec<Rect>,
}

impl Canvas {
    /// An empty sheet; widths beyond reason are brought back.
    pub(in crate::charts) fn new(width: f64) -> Self {
        let width = if width.is_nan() { WIDTHS.2 } else { width.clamp(WIDTHS.0, WIDTHS.1) };
        Self { width: width.round(), body: String::new(), texts: Vec::new() }
    }

    /// A sheet for a drawing without text, as small as asked.
    pub(in crate::charts) fn sketch(width: f64) -> Self {
        Self { width, body: String::new(), texts: Vec::new() }
    }

    /// Is it a drawing for a narrow screen?
    pub(in crate::charts) fn narrow(&self) -> bool {
        self.width < 520.0
    }

    /// A filled box; `strength` below 1 lets the ground through.
    pub(in crate::charts) fn rect(&mut self, rect: Rect, tone: Tone, strength: f64, tip: &str) {
        if rect.width <= 0.0 || rect.height <= 0.0 {
            return;
        }
        let _ = write!(
            self.body,
            "<rect class=\"f-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}",
            tone.name(),
            number(rect.x),
            number(rect.y),
            number(rect.width),
            number(rect.height),
            opacity(strength),
        );
        self.close("rect", tip);
    }

    /// A straight line.
    pub(in crate::charts) fn line(&mut self, from: Point, to: Point, pen: Pen) {
        let _ = writeln!(
            self.body,
            "<line {} x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            pen.attributes(),
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
        );
    }

    /// A line through points.
    pub(in crate::charts) fn polyline(&mut self, points: &[Point], pen: Pen, tip: &str) {
        if points.len() < 2 {
            return;
        }
        let _ = write!(
            self.body,
            "<path {} fill=\"none\" stroke-linejoin=\"round\" d=\"{}\"",
            pen.attributes(),
            track(points),
        );
        self.close("path", tip);
    }

    /// A filled area between points.
    pub(in crate::charts) fn area(
        &mut self,
        points: &[Point],
        tone: Tone,
        strength: f64,
        tip: &str,
    ) {
        if points.len() < 3 {
            return;
        }
        let _ = write!(
            self.body,
            "<path class=\"f-{}\"{} d=\"{}Z\"",
            tone.name(),
            opacity(strength),
            track(points),
        );
        self.close("path", tip);
    }

    /// A mark of radius `r`, filled; or with `hollow` outlined on the ground.
    pub(in crate::charts) fn mark(
        &mut self,
        shape: Shape,
        at: Point,
        r: f64,
        paint: Mark,
        tip: &str,
    ) {
        let (x, y) = at;
        let class = match paint {
            Mark::Filled(tone) => format!("class=\"f-{}\"", tone.name()),
            Mark::Hollow(tone) => {
                format!("class=\"f-ground s-{}\" stroke-width=\"1.6\"", tone.name())
            }
        };
        if shape == Shape::Circle {
            let _ = write!(
                self.body,
                "<circle {class} cx=\"{}\" cy=\"{}\" r=\"{}\"",
                number(x),
                number(y),
                number(r)
            );
            self.close("circle", tip);
            return;
        }
        let _ = write!(self.body, "<path {class} d=\"{}Z\"", track(&shape.outline(at, r)));
        self.close("path", tip);
    }

    /// Lines of text; `at` is the middle of the block's height, and its left end, middle or right
    /// end as `align` says.
    pub(in crate::charts) fn text(
        &mut self,
        at: Point,
        align: Align,
        font: Type,
        tone: Tone,
        lines: &[String],
    ) {
        let top = at.1 - font.leading() * lines.len() as f64 / 2.0;
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let middle = top + font.leading() * (index as f64 + 0.5);
            self.line_of_text((at.0, middle), align, font, tone, line);
        }
    }

    /// Lines of text under `top`; says where they end.
    pub(in crate::charts) fn text_under(
        &mut self,
        top: Point,
        align: Align,
        font: Type,
        tone: Tone,
        lines: &[String],
    ) -> f64 {
        let height = font.leading() * lines.len() as f64;
        self.text((top.0, top.1 + height / 2.0), align, font, tone, lines);
        top.1 + height
    }

    /// One line whose middle is at `at`.
    fn line_of_text(&mut self, at: Point, align: Align, font: Type, tone: Tone, line: &str) {
        let rect = text_box(at, align, font, line);
        let size = if font.size.to_bits() == BODY.size.to_bits() {
            String::new()
        } else {
            format!(" font-size=\"{}\"", number(font.size))
        };
        let weight = if font.bold { " font-weight=\"700\"" } else { "" };
        // A line that runs from right to left ends on the left: its anchor is turned as well.
        let left = runs_left(line);
        let anchor = match (align, left) {
            (Align::Middle, _) => " text-anchor=\"middle\"",
            (Align::Start, false) | (Align::End, true) => "",
            (Align::End, false) | (Align::Start, true) => " text-anchor=\"end\"",
        };
        let direction = if left { " direction=\"rtl\" unicode-bidi=\"isolate\"" } else { "" };
        let base = at.1 + (ASCENT - DESCENT) / 2.0 * font.size;
        let _ = writeln!(
            self.body,
            "<text class=\"f-{}\" x=\"{}\" y=\"{}\"{size}{weight}{anchor}{direction}>{}</text>",
            tone.name(),
            number(at.0),
            number(base),
            escape(line),
        );
        self.texts.push(rect);
    }

    /// What is drawn by `draw` goes under everything drawn since `mark` was taken with
    /// [`Canvas::here`]. Returns what `draw` does.
    pub(in crate::charts) fn under<T>(
        &mut self,
        here: usize,
        draw: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let above = self.body.split_off(here);
        let drawn = draw(self);
        self.body.push_str(&above);
        drawn
    }

    /// The place in the stack of drawings, for [`Canvas::under`].
    pub(in crate::charts) fn here(&self) -> usize {
        self.body.len()
    }

    /// Is the box free of text so far?
    pub(in crate::charts) fn is_free(&self, rect: &Rect) -> bool {
        !self.texts.iter().any(|text| text.meets(rect))
    }

    /// The finished chart.
    pub(in crate::charts) fn finish(
        self,
        id: &str,
        words: Words,
        height: f64,
        table: Table,
    ) -> Figure {
        let id = format!("{}-{}", identifier(id), number(self.width));
        let Words { title, description } = words;
        let height = height.ceil();
        let Self { width, body, .. } = self;
        Figure { id, title, description, svg: String::new(), table, width, height, body }.finish()
    }

    /// A finished sketch: its size is fixed, and one line says what it shows.
    pub(in crate::charts) fn finish_sketch(
        self,
        id: &str,
        title: &str,
        height: f64,
        table: Table,
    ) -> Figure {
        let Self { width, body, .. } = self;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" \
             height=\"{h}\" role=\"img\" aria-label=\"{}\" class=\"zopa-sketch\">{}</svg>",
            escape(&brief(title, 160)),
            body.replace('\n', ""),
            w = number(width),
            h = number(height),
        );
        Figure {
            id: identifier(id),
            title: title.to_owned(),
            description: title.to_owned(),
            svg,
            table,
            width,
            height,
            body,
        }
    }

    fn close(&mut self, element: &str, tip: &str) {
        if tip.is_empty() {
            self.body.push_str("/>\n");
            return;
        }
        let tip = escape(&composed(tip, TIP));
        let _ = writeln!(self.body, "><title>{tip}</title></{element}>");
    }
}

/// What is said of a figure.
pub(in crate::charts) struct Words {
    pub(in crate::charts) title: String,
    pub(in crate::charts) description: String,
}

/// The box of a line of text whose middle is at `at`.
pub(in crate::charts) fn text_box(at: Point, align: Align, font: Type, line: &str) -> Rect {
    let width = font.width(line);
    let x = match align {
        Align::Start => at.0,
        Align::Middle => at.0 - width / 2.0,
        Align::End => at.0 - width,
    };
    let height = (ASCENT + DESCENT) * font.size;
    Rect { x, y: at.1 - height / 2.0, width, height }
}

fn opacity(strength: f64) -> String {
    if strength >= 1.0 { String::new() } else { format!(" fill-opacity=\"{strength:.2}\"") }
}

fn track(points: &[Point]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (index, point) in points.iter().enumerate() {
        out.push(if index == 0 { 'M' } else { 'L' });
        let _ = write!(out, "{} {}", number(point.0), number(point.1));
    }
    out
}

/// An id of letters, digits and hyphens.
fn identifier(id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let text: String = composed(id, 80).chars().map(plain).collect();
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) { text } else { format!("z{text}") }
}
