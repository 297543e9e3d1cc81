//! What each chart draws in a tiny case, to the last coordinate.

use std::fmt::Write as _;

use zopa::charts::{Figure, css};

use super::tiny;

/// The drawing, and its table with `|` between the cells.
fn told(figure: &Figure) -> String {
    let mut out = figure.svg.clone();
    let heads: Vec<String> = figure
        .table
        .columns
        .iter()
        .map(|column| format!("{}{}", if column.numeric { "#" } else { "" }, column.title))
        .collect();
    let _ = writeln!(out, "\n{}\n{}", figure.table.caption, heads.join(" | "));
    for row in &figure.table.rows {
        let _ = writeln!(out, "{}", row.join(" | "));
    }
    out
}

#[test]
fn every_chart_draws_what_it_always_drew() {
    for (name, figure) in tiny::all(600.0) {
        let told = told(&figure);
        assert!(told.lines().count() <= 60, "{name}: {}", told.lines().count());
        insta::assert_snapshot!(format!("chart-{name}"), told);
    }
}

#[test]
fn every_number_of_a_chart_is_in_its_table() {
    let chain = tiny::chain();
    let figure = chain.draw(600.0);
    for (link, row) in chain.links.iter().zip(&figure.table.rows) {
        assert_eq!(row[0], link.label);
        assert_eq!(row[1], zopa::text::percent(link.odds.value));
    }
    for (name, figure) in tiny::all(360.0) {
        assert!(!figure.table.rows.is_empty(), "{name}");
        let whole = figure.table.rows.iter().all(|row| row.len() == figure.table.columns.len());
        assert!(whole, "{name}");
        assert!(!figure.description.is_empty() && !figure.title.is_empty(), "{name}");
    }
}

/// The widths of the boxes of a class, in order.
fn boxes(svg: &str, class: &str) -> Vec<f64> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let of = |node: &roxmltree::Node| {
        node.tag_name().name() == "rect"
            && node.attribute("class") == Some(class)
            && node.attribute("fill-opacity").is_none()
            && node.has_children()
    };
    let width = |node: roxmltree::Node| node.attribute("width").unwrap().parse().unwrap();
    document.descendants().filter(of).map(width).collect()
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let chain = tiny::chain();
    for width in [360.0, 600.0] {
        let bars = boxes(&chain.draw(width).svg, "f-hue0");
        assert_eq!(bars.len(), chain.links.len());
        let ratio = chain.links[1].odds.value / chain.links[0].odds.value;
        // Coordinates are rounded to a tenth of a pixel.
        assert!((bars[1] / bars[0] - ratio).abs() < 0.2 / bars[0], "{bars:?}");
    }
}

#[test]
fn a_file_for_slides_carries_all_it_needs() {
    // A sketch stands in a line of a table, and is no slide.
    for (name, figure) in tiny::all(600.0).into_iter().filter(|(name, _)| *name != "prior") {
        let file = figure.standalone("zopa 0.1.0, seed 42");
        let document = roxmltree::Document::parse(&file).unwrap();
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .filter_map(|node| node.text())
            .collect();
        assert!(texts.contains(&figure.title.as_str()), "{name}: the title is to be seen");
        assert!(texts.contains(&"zopa 0.1.0, seed 42"), "{name}: and where it is from");
        assert!(file.contains("<style>") && file.contains("f-ground"), "{name}");
        assert!(!file.contains("var("), "{name}: programs for slides know no variables");
    }
}

#[test]
fn the_style_is_small_and_has_no_script_or_address() {
    let style = css();
    assert!(style.len() < 4000, "{}", style.len());
    for part in ["url(", "@import", "http", "<"] {
        assert!(!style.contains(part), "{part}");
    }
}
