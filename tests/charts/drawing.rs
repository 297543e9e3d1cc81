//! Reading a drawing back: where its shapes and texts are, and what must hold of all of them.

use roxmltree::{Document, Node};
use zopa::charts::{Figure, text_width};

/// Coordinates are written with one decimal.
const ROUNDING: f64 = 0.11;
/// Ascent and descent of the fonts, as shares of their size: those of Arial, rounded outwards.
const BODY: (f64, f64) = (0.91, 0.22);

/// A box: left, top, right, bottom.
type Box4 = [f64; 4];

fn attribute(node: &Node, name: &str) -> f64 {
    let text = node.attribute(name).unwrap_or_else(|| panic!("no {name} in {node:?}"));
    let value: f64 = text.parse().unwrap_or_else(|_| panic!("{name}={text}"));
    assert!(value.is_finite(), "{name}={text}");
    value
}

/// The points of a path of straight lines.
fn points(path: &str) -> Vec<(f64, f64)> {
    let parts = path.trim_end_matches('Z').split(['M', 'L']).filter(|part| !part.is_empty());
    let number = |text: Option<&str>| text.unwrap().parse::<f64>().unwrap();
    parts
        .map(|part| {
            let mut numbers = part.split(' ');
            (number(numbers.next()), number(numbers.next()))
        })
        .collect()
}

fn shape(node: &Node) -> Option<Box4> {
    let at = |name: &str| attribute(node, name);
    match node.tag_name().name() {
        "rect" => {
            let (x, y, width, height) = (at("x"), at("y"), at("width"), at("height"));
            assert!(width >= 0.0 && height >= 0.0, "{node:?}");
            Some([x, y, x + width, y + height])
        }
        "circle" => {
            let (x, y, r) = (at("cx"), at("cy"), at("r"));
            Some([x - r, y - r, x + r, y + r])
        }
        "line" => {
            let (a, b, c, d) = (at("x1"), at("y1"), at("x2"), at("y2"));
            Some([a.min(c), b.min(d), a.max(c), b.max(d)])
        }
        "path" => {
            let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
            let around =
                |b: Box4, (x, y): (f64, f64)| [b[0].min(x), b[1].min(y), b[2].max(x), b[3].max(y)];
            Some(points(node.attribute("d").unwrap()).into_iter().fold(start, around))
        }
        _ => None,
    }
}

fn text(node: &Node) -> Option<(Box4, String)> {
    if node.tag_name().name() != "text" {
        return None;
    }
    let words = node.text().unwrap_or_default().to_owned();
    let size = node.attribute("font-size").map_or(13.0, |size| size.parse().unwrap());
    let width = text_width(&words, size, node.attribute("font-weight").is_some());
    let (x, y) = (attribute(node, "x"), attribute(node, "y"));
    // The anchor turns round with the direction of the text.
    let left = match (node.attribute("text-anchor"), node.attribute("direction")) {
        (Some("middle"), _) => x - width / 2.0,
        (Some("end"), None) | (None, Some("rtl")) => x - width,
        _ => x,
    };
    Some(([left, y - BODY.0 * size, left + width, y + BODY.1 * size], words))
}

/// Holds a drawing to what every drawing must be.
pub(super) fn check(figure: &Figure) {
    let document = Document::parse(&figure.svg)
        .unwrap_or_else(|error| panic!("{error}: {}", &figure.svg[..figure.svg.len().min(2000)]));
    let frame: Vec<f64> = document
        .root_element()
        .attribute("viewBox")
        .unwrap()
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    let frame = [frame[0], frame[1], frame[0] + frame[2], frame[1] + frame[3]];
    let inside = |b: &Box4| {
        b[0] >= frame[0] - ROUNDING
            && b[1] >= frame[1] - ROUNDING
            && b[2] <= frame[2] + ROUNDING
            && b[3] <= frame[3] + ROUNDING
    };
    let mut texts: Vec<(Box4, String)> = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && name != "style" && name != "href", "{node:?}");
        }
        let tag = node.tag_name().name();
        let known = ["svg", "title", "desc", "rect", "circle", "line", "path", "text"];
        assert!(known.contains(&tag), "{tag}");
        if let Some(found) = shape(&node) {
            assert!(inside(&found), "{node:?} at {found:?} leaves {frame:?}");
        }
        if let Some((found, words)) = text(&node) {
            assert!(inside(&found), "“{words}” at {found:?} leaves {frame:?}");
            for (other, others) in &texts {
                let apart = found[2] <= other[0] + ROUNDING
                    || other[2] <= found[0] + ROUNDING
                    || found[3] <= other[1] + ROUNDING
                    || other[3] <= found[1] + ROUNDING;
                assert!(apart, "“{words}” {found:?} lies over “{others}” {other:?}");
            }
            texts.push((found, words));
        }
    }
    Document::parse(&figure.standalone(&figure.title)).unwrap();
}
