//! How the parties moved: what each asked for over the rounds.

use super::parts::canvas::{Canvas, Pen, Words};
use super::parts::curves::{self, Curve, CurvePoint, EndLabels};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::{extent, rounded};
use super::parts::unit::Unit;

/// Offers over rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Concessions {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Under the axis: `round`.
    pub axis: String,
    /// Over it: `value of the offer to the one who makes it`.
    pub value: String,
    /// What the values are.
    pub unit: Unit,
    /// A line each.
    pub parties: Vec<Offers>,
    /// The round in which there was a deal.
    pub deal: Option<f64>,
}

/// What a party offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offers {
    /// Its name.
    pub name: String,
    /// (round, value).
    pub offers: Vec<(f64, f64)>,
}

/// The round of the deal.
const DEAL: Pen = Pen { tone: Tone::Ink, width: 1.4, dash: 1 };

impl Concessions {
    /// Draws the lines at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let series: Vec<Curve> = self.parties.iter().map(curve).collect();
        let labels = EndLabels::new(&canvas, series.iter().map(|s| s.name.as_str()));
        let top = if labels.is_none() { curves::names(&mut canvas, 0.0, &series) } else { 0.0 };
        let rounds = series.iter().flat_map(|s| s.points.iter().map(|p| p.at)).chain(self.deal);
        let values = extent(series.iter().flat_map(Curve::heights)).unwrap_or((0.0, 1.0));
        let tall = height(&canvas);
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: extent(rounds).unwrap_or((0.0, 1.0)),
                x_unit: Unit::Number,
                x_ticks: &[],
                x_title: &self.axis,
                y: rounded(values, 5),
                y_unit: self.unit,
                y_title: &self.value,
                top,
                height: tall,
                margin: labels.as_ref().map_or(12.0, |labels| labels.margin),
            },
        );
        if let Some(deal) = self.deal {
            let x = plane.x.at(deal);
            canvas.line((x, plane.top), (x, plane.bottom), DEAL);
        }
        let ends = curves::draw(&mut canvas, &plane, &series, self.unit, true);
        for (number, series) in series.iter().enumerate() {
            for point in &series.points {
                let tip = format!(
                    "{}, {} {}: {}",
                    isolated(&series.name),
                    isolated(&self.axis),
                    Unit::Number.show(point.at),
                    self.unit.show(point.value)
                );
                let at = plane.at(point.at, point.value);
                canvas.mark(Shape::of(number), at, 3.0, Mark::Filled(Tone::Hue(number)), &tip);
            }
        }
        if let Some(labels) = labels {
            labels.draw(&mut canvas, &plane, &ends);
        }
        let mut end = plane.end;
        if let Some(deal) = self.deal {
            let text = format!("deal in {} {}", isolated(&self.axis), Unit::Number.show(deal));
            end = legend(&mut canvas, end, &[(Sample::Line(DEAL), text)]);
        }
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn describe(&self) -> String {
        let part = |party: &Offers| {
            let show = |offer: Option<&(f64, f64)>| {
                offer.map_or_else(|| "–".to_owned(), |offer| self.unit.show(offer.1))
            };
            let (first, last) = (show(party.offers.first()), show(party.offers.last()));
            format!("{} from {first} to {last}", isolated(&party.name))
        };
        let parts: Vec<String> = self.parties.iter().map(part).collect();
        let deal = self.deal.map_or_else(String::new, |at| {
            format!(" Deal at {} {}.", isolated(&self.axis), Unit::Number.show(at))
        });
        format!("Offers over time. {}.{deal}", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["party", &format!("#{}", self.axis), &format!("#{}", self.value)];
        let mut table = Table::new(&self.title, &columns);
        for party in &self.parties {
            for (round, value) in &party.offers {
                let cells = [party.name.clone(), Unit::Number.show(*round), self.unit.show(*value)];
                table.row(cells.to_vec());
            }
        }
        table
    }
}

fn curve(party: &Offers) -> Curve {
    let point = |(at, value): &(f64, f64)| CurvePoint { at: *at, value: *value, band: None };
    Curve { name: party.name.clone(), points: party.offers.iter().map(point).collect() }
}
