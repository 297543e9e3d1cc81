//! Names that a careless drawing would break on.

use super::drawing::check;
use zopa::charts::{Chain, ChainLink, Interval};

/// Markup, quotes, controls, right-to-left text and overrides of direction, emoji, heaps of marks,
/// and very long words.
pub(super) fn names() -> Vec<String> {
    vec![
        String::new(),
        "Ukraine".to_owned(),
        "the European coalition of the willing and all who would join it later".to_owned(),
        "</text></svg><script>alert(1)</script>".to_owned(),
        "\" onload=\"alert('1')\" x='".to_owned(),
        "&amp; &lt; ]]> <!-- -- > <?xml?>".to_owned(),
        "a\u{0}b\u{8}c\u{b}d\u{1f}e\u{7f}f\u{fffe}g\u{ffff}".to_owned(),
        "line\nbreak\ttab\r\nand\u{2028}more".to_owned(),
        "שלום עולם, 12%".to_owned(),
        "\u{202e}gnitset\u{202c} \u{2066}isolate \u{2069}\u{2069}".to_owned(),
        "إيران والاتحاد الأوروبي".to_owned(),
        "👩‍👩‍👧‍👦🇺🇦🏳️‍🌈 peace 🕊️".to_owned(),
        format!("Z{}algo", "\u{0301}\u{0323}".repeat(60)),
        "中华人民共和国与俄罗斯联邦之间的协定".to_owned(),
        "﷽ ﷺ 𒐫".to_owned(),
        "W".repeat(10_000),
        "word ".repeat(2_000),
    ]
}

#[test]
fn any_name_is_shown_as_text() {
    for name in names() {
        let link = |label: &str| ChainLink {
            label: label.to_owned(),
            odds: Interval { value: 0.4, low: 0.3, high: 0.5 },
            worlds: None,
            given: Some(0.4),
        };
        let chain = Chain {
            id: name.clone(),
            title: name.clone(),
            links: vec![link(&name), link(&name), link("plain")],
        };
        for width in [360.0, 760.0] {
            let figure = chain.draw(width);
            check(&figure);
            assert!(figure.svg.len() < 30_000, "{}", figure.svg.len());
            assert!(!figure.svg.contains("<script") && !figure.svg.contains('\u{202e}'));
            // The table keeps the name whole; escaping it is the page's duty.
            assert_eq!(figure.table.rows[0][0], name);
        }
    }
}
