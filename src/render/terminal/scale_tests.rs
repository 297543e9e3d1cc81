use super::*;
use crate::document::{Text, Tick};
use proptest::prelude::*;

fn mark(at: f64) -> Figure {
    Figure::Mark { at, sign: '◆' }
}

fn band(from: f64, to: f64) -> Figure {
    Figure::Band { from, to, sign: '█' }
}

fn scale(low: f64, high: f64, lines: Vec<Line>) -> Scale {
    let end = |at: f64| (at, at.to_string());
    Scale { low: end(low), high: end(high), ticks: Vec::new(), lines }
}

/// One row of a drawing, without its label and trailing text.
fn plotted(low: f64, high: f64, figures: &[Figure]) -> String {
    let columns = Columns { label: 8, plot: 11, numbers: Vec::new(), within: 80 };
    let scale = scale(low, high, Vec::new());
    let drawing = Drawing { scale: &scale, columns, out: String::new() };
    drawing.plot(figures).into_iter().collect()
}

fn drawn(scale: &Scale) -> String {
    super::scale(scale, 80)
}

fn row(label: &str, figures: Vec<Figure>, number: &str) -> Line {
    Line::row(label, figures, [Text::from(number)])
}

#[test]
fn a_drawing_in_full() {
    let path = [
        Figure::Band { from: 20.0, to: 90.0, sign: '─' },
        Figure::Mark { at: 90.0, sign: 'o' },
        Figure::Mark { at: 20.0, sign: 'l' },
    ];
    let mut drawing = scale(
        0.0,
        100.0,
        vec![
            Line::heading("Where they stand", &["limit"]),
            row("Russia", path.to_vec(), "20"),
            row("Forecast", vec![mark(50.0)], "50"),
            row("Zone of agreement", vec![band(25.0, 60.0)], ""),
        ],
    );
    let tick = |at: f64, text: &str| Tick { at, value: at.to_string(), text: text.to_owned() };
    drawing.ticks = vec![tick(0.0, "all"), tick(40.0, "half"), tick(42.0, ""), tick(100.0, "none")];
    assert_eq!(
        format!("\n{}", drawn(&drawing)),
        "
                     0                  40                            100
                     ├───────────────────┬┬─────────────────────────────┤
    0  all
   40  half
  100  none
Where they stand                                                           limit
  Russia             ·         l───────────────────────────────────o    ·     20
  Forecast           ·                   ··    ◆                        ·     50
  Zone of agreement  ·            ███████████████████                   ·
"
    );
}

#[test]
fn ends_are_ends_and_the_middle_is_the_middle() {
    assert_eq!(plotted(0.0, 10.0, &[mark(0.0)]), "◆         ·");
    assert_eq!(plotted(0.0, 10.0, &[mark(5.0)]), "·    ◆    ·");
    assert_eq!(plotted(0.0, 1.0, &[mark(1.0)]), "·         ◆");
    assert_eq!(plotted(-5.0, 5.0, &[mark(0.0)]), "·    ◆    ·");
    assert_eq!(plotted(-5.0, 5.0, &[mark(-2.0)]), "·  ◆      ·");
    assert_eq!(plotted(-f64::MAX, f64::MAX, &[mark(0.0)]), "·    ◆    ·");
}

#[test]
fn values_beyond_the_scale_are_arrows_and_nan_is_nothing() {
    assert_eq!(plotted(0.0, 10.0, &[mark(-1.0), mark(99.0)]), "‹         ›");
    assert_eq!(plotted(0.0, 10.0, &[band(-3.0, 4.0)]), "█████     ·");
    assert_eq!(plotted(0.0, 10.0, &[band(30.0, 40.0)]), "·         ›");
    assert_eq!(plotted(0.0, 10.0, &[band(40.0, -40.0)]), "███████████");
    assert_eq!(plotted(0.0, 10.0, &[mark(f64::NAN), band(f64::NAN, 3.0)]), "·         ·");
    assert_eq!(plotted(0.0, 10.0, &[mark(f64::INFINITY)]), "·         ›");
}

#[test]
fn marks_that_coincide_say_so_and_bands_do_not_hide_marks_after_them() {
    let opening = Figure::Mark { at: 4.0, sign: 'o' };
    assert_eq!(plotted(0.0, 10.0, &[opening, opening]), "·   o     ·");
    assert_eq!(plotted(0.0, 10.0, &[opening, mark(4.2)]), "·   *     ·");
    assert_eq!(plotted(0.0, 10.0, &[band(2.0, 6.0), opening]), "· ██o██   ·");
}

#[test]
fn a_scale_without_width_has_one_column() {
    assert_eq!(plotted(4.0, 4.0, &[mark(4.0)]), "     ◆     ");
    assert_eq!(plotted(4.0, 4.0, &[band(4.0, 4.0), mark(5.0)]), "     █    ›");
    let drawn = drawn(&scale(4.0, 4.0, vec![row("A", vec![mark(4.0)], "")]));
    assert_eq!(drawn.matches('4').count(), 1, "{drawn}");
}

#[test]
fn long_words_are_cut_with_a_sign() {
    assert_eq!(fitted("European Parliament", 10), "European…");
    assert_eq!(fitted("abc", 3), "abc");
    assert_eq!(fitted("a\nb", 3), "a b");
    assert_eq!((fitted("abc", 1), fitted("abc", 0)), ("…".to_owned(), String::new()));
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_terminal(
        low in -1e3_f64..1e3,
        width in 0.0_f64..1e3,
        at in prop::collection::vec(-2e3_f64..2e3, 0..8),
        label in "\\PC{0,90}",
        trailing in "\\PC{0,90}",
        value in "[0-9.e-]{1,60}",
    ) {
        let figures: Vec<Figure> =
            at.windows(2).flat_map(|pair| [band(pair[0], pair[1]), mark(pair[0])]).collect();
        let lines = vec![
            Line::heading(&label, &[&trailing, "one", &trailing]),
            Line::row(label.as_str(), figures, [trailing.as_str(), "2"].map(Text::from)),
        ];
        let ticks = at.iter().map(|&at| Tick { at, value: value.clone(), text: label.clone() });
        let drawing = Scale {
            low: (low, value.clone()),
            high: (low + width, value.clone()),
            ticks: ticks.collect(),
            lines,
        };
        for line in drawn(&drawing).lines() {
            prop_assert!(crate::text::width(line) <= 80, "{}", line);
        }
    }
}
