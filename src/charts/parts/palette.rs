//! Colours, in light and dark, and the style that gives them to the charts.
//!
//! Six hues after Okabe & Ito (2008), "Color universal design": their blue and vermilion, and four
//! moved until every pair can be told apart with each of the three colour-vision deficiencies and
//! every hue has a contrast of 3 to 1 against the ground (the tests hold both). Colour never stands
//! alone: shape, dash or a word says the same.

use std::fmt::Write as _;

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Tone {
    /// Text that is read first.
    Ink,
    /// Text that is read second.
    Quiet,
    /// Lines of the frame.
    Rule,
    /// The page behind.
    Ground,
    /// One of the hues, counted round.
    Hue(usize),
}

/// A role with its name, and its colour on a light and on a dark page.
type Entry = (&'static str, &'static str, &'static str);

/// Everything but the hues, in the order of [`Tone`].
const GREYS: [Entry; 4] = [
    ("ink", "#1b1f24", "#eceff2"),
    ("quiet", "#565d66", "#aab2bb"),
    ("rule", "#c9ced5", "#434a53"),
    ("ground", "#ffffff", "#15181c"),
];

/// The hues.
pub(in crate::charts) const HUES: [Entry; 6] = [
    ("hue0", "#0072b2", "#56b4e9"),
    ("hue1", "#d55e00", "#e0501c"),
    ("hue2", "#00a788", "#5cf1ce"),
    ("hue3", "#a43a65", "#ea8699"),
    ("hue4", "#6e3f14", "#e9db4a"),
    ("hue5", "#120d8a", "#9a58e4"),
];

/// The fonts: those whose widths are known stand first.
pub(in crate::charts) const FONTS: &str = "Helvetica, Arial, 'Liberation Sans', Roboto, sans-serif";

impl Tone {
    /// The name in classes and variables.
    pub(in crate::charts) fn name(self) -> &'static str {
        match self {
            Self::Ink => GREYS[0].0,
            Self::Quiet => GREYS[1].0,
            Self::Rule => GREYS[2].0,
            Self::Ground => GREYS[3].0,
            Self::Hue(number) => HUES[number % HUES.len()].0,
        }
    }
}

/// The style of a page that holds charts: variables `--zopa-ink` and so on, their dark values where
/// the reader prefers dark (never in print), and the rules that give them to the charts.
pub fn css() -> String {
    let variables = |value: fn(&Entry) -> &'static str| {
        let mut out = String::new();
        for entry in GREYS.iter().chain(&HUES) {
            let _ = write!(out, "--zopa-{}:{};", entry.0, value(entry));
        }
        out
    };
    let mut out = format!(":root{{{}}}\n", variables(|entry| entry.1));
    let dark = variables(|entry| entry.2);
    let _ = writeln!(out, "@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}");
    rules(&mut out, |entry| format!("var(--zopa-{})", entry.0));
    out.push_str("svg.zopa{display:block;width:100%;height:auto}\n");
    // A rim of ground lets text be read over lines of the grid.
    out.push_str(
        "svg.zopa text{stroke:var(--zopa-ground);stroke-width:3px;stroke-linejoin:round;\
         paint-order:stroke}\n",
    );
    out
}

/// The style of a chart that stands alone: plain colours, which programs for slides understand, and
/// dark ones where the reader prefers dark.
pub(in crate::charts) fn standalone_css() -> String {
    let mut out = String::new();
    rules(&mut out, |entry| entry.1.to_owned());
    out.push_str("@media screen and (prefers-color-scheme:dark){\n");
    rules(&mut out, |entry| entry.2.to_owned());
    out.push_str("}\n");
    out
}

/// A fill class `f-NAME` and a stroke class `s-NAME` for every colour.
fn rules(out: &mut String, colour: impl Fn(&Entry) -> String) {
    for entry in GREYS.iter().chain(&HUES) {
        let (name, colour) = (entry.0, colour(entry));
        let _ = writeln!(out, "svg .f-{name}{{fill:{colour}}}svg .s-{name}{{stroke:{colour}}}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::pow;

    type Rgb = [f64; 3];
    type Matrix = [Rgb; 3];

    /// Linear light from sRGB.
    fn linear(hex: &str) -> Rgb {
        [1, 3, 5].map(|at| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { pow((value + 0.055) / 1.055, 2.4) }
        })
    }

    /// Contrast after the Web Content Accessibility Guidelines 2.2.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |hex| {
            let [r, g, b] = linear(hex);
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (a, b) = (light(a), light(b));
        a.max(b) / a.min(b)
    }

    fn times(matrix: &Matrix, rgb: Rgb) -> Rgb {
        std::array::from_fn(|row| (0..3).map(|k| matrix[row][k] * rgb[k]).sum())
    }

    /// Oklab coordinates (Ottosson 2020), in which distances are even to the eye.
    fn oklab(rgb: Rgb) -> Rgb {
        let lms = times(
            &[
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            rgb.map(|value| value.clamp(0.0, 1.0)),
        );
        times(
            &[
                [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
            ],
            lms.map(f64::cbrt),
        )
    }

    /// Full vision, and protan-, deuter- and tritanopia as Machado, Oliveira & Fernandes (2009)
    /// simulate them.
    const VISIONS: [Matrix; 4] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ];

    #[test]
    fn every_pair_of_hues_can_be_told_apart_by_every_eye() {
        for pick in [|entry: &Entry| entry.1, |entry: &Entry| entry.2] {
            for vision in &VISIONS {
                let seen = HUES.map(|entry| oklab(times(vision, linear(pick(&entry)))));
                for (index, a) in seen.iter().enumerate() {
                    for (other, b) in seen.iter().enumerate().skip(index + 1) {
                        let squares: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
                        // A just noticeable difference is about 0.02.
                        assert!(squares.sqrt() > 0.1, "{index} {other} {}", squares.sqrt());
                    }
                }
            }
        }
    }

    #[test]
    fn text_and_marks_stand_out_from_the_ground() {
        for pick in [|entry: &Entry| entry.1, |entry: &Entry| entry.2] {
            let ground = pick(&GREYS[3]);
            for text in &GREYS[..2] {
                assert!(contrast(pick(text), ground) >= 6.0, "{}", text.0);
            }
            for hue in &HUES {
                assert!(contrast(pick(hue), ground) >= 3.0, "{}", hue.0);
            }
        }
    }

    #[test]
    fn the_styles_name_every_tone() {
        for style in [css(), standalone_css()] {
            for tone in [Tone::Ink, Tone::Quiet, Tone::Rule, Tone::Ground, Tone::Hue(7)] {
                assert!(style.contains(&format!("svg .f-{}{{", tone.name())), "{}", tone.name());
            }
            assert_eq!(style.matches('{').count(), style.matches('}').count());
        }
    }
}
