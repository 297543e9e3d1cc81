//! How wide text is, without a font at hand.
//!
//! Latin text is measured with the advance widths of Helvetica (Adobe's font metrics), which Arial
//! and Liberation Sans share: the charts ask for these fonts first. What else there is in Unicode is
//! estimated by its block, on the wide side: a label that is measured too wide is shortened too
//! early, one measured too narrow would run into its neighbour.

/// Advance widths of Helvetica for the characters from blank to tilde, in thousandths of the size.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
    278, // ␠ to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];
/// Bold letters are wider by so much at most, on average over words.
const BOLD: f64 = 1.09;
/// Fonts that stand in for Helvetica differ; text is taken to be this much wider than measured.
const CAUTION: f64 = 1.03;

/// Width of `text` set at `size`, in the same unit as `size`: what the layout reckons with.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    // Whole thousandths: the sum does not hang on its order.
    let units: u64 = text.chars().map(|c| u64::from(advance(c))).sum();
    units as f64 / 1000.0 * size * CAUTION * if bold { BOLD } else { 1.0 }
}

/// Height of a character above its base line, as a share of the size.
pub(in crate::charts) const ASCENT: f64 = 0.91;
/// Depth below it.
pub(in crate::charts) const DESCENT: f64 = 0.22;

/// Does the character sit on the one before it, or only join others?
pub(in crate::charts) fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2
        | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x0E31 | 0x0E34..=0x0E3A
        | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x2060..=0x2069
        | 0x20D0..=0x20FF | 0x302A..=0x302F | 0x3099..=0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F
        | 0x1F3FB..=0x1F3FF | 0xE0100..=0xE01EF)
}

/// Advance width of a character in thousandths of the size.
fn advance(c: char) -> u16 {
    if let Some(&known) = u32::from(c).checked_sub(32).and_then(|at| HELVETICA.get(at as usize)) {
        return known;
    }
    if is_mark(c) {
        return 0;
    }
    match u32::from(c) {
        0x00A0..=0x00BF | 0x2018..=0x201F => 600,
        0x2010..=0x2013 => 580,
        0x2014..=0x2015 | 0x2026 | 0x2030 => 1010,
        0x2E3A => 2100,
        0x2E3B => 3100,
        // Latin letters with marks, Greek and Cyrillic.
        0x00C0..=0x058F => alphabetic(c),
        0x1E00..=0x1FFF => alphabetic(c) + 60,
        // Phrases in one character.
        0xFDF0..=0xFDFC => 4000,
        0xFDFD => 12_000,
        0x0590..=0x08FF | 0xFB1D..=0xFDEF | 0xFE70..=0xFEFE => 780,
        0x0900..=0x10FF => 950,
        // Emoji and pictures.
        0x1F000..=0x1FBFF | 0x2600..=0x27BF => 1400,
        // Signs of cuneiform and other old scripts run wide.
        0x10000..=0x1CFFF => 2400,
        _ => 1050,
    }
}

fn alphabetic(c: char) -> u16 {
    match c {
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'Ф' | 'Æ' | 'Œ' | 'М' | 'Њ' | 'Љ' | 'ж' | 'ш' | 'щ' | 'ю'
        | 'ф' | 'ы' | 'æ' | 'œ' | 'м' | 'њ' | 'љ' | 'Ω' | 'ω' => 1020,
        c if c.is_uppercase() => 800,
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'і' | 'ї' | 'ι' => 300,
        _ => 640,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_metrics() {
        // H 722, e 556, l 222, l 222, o 556.
        assert!((text_width("Hello", 10.0, false) - 22.78 * CAUTION).abs() < 1e-9);
        assert!(
            (text_width("Hello", 10.0, true) / text_width("Hello", 10.0, false) - BOLD).abs()
                < 1e-9
        );
        assert!(text_width("", 10.0, false).abs() < 1e-9);
    }

    #[test]
    fn wide_scripts_are_wide_and_marks_have_no_width() {
        assert!(text_width("漢字", 10.0, false) > 20.0);
        assert!(text_width("😀", 10.0, false) > 12.0);
        assert!((text_width("e\u{301}", 10.0, false) - text_width("e", 10.0, false)).abs() < 1e-9);
    }
}
