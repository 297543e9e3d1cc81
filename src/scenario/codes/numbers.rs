//! Numbers.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::NOT_FINITE,
        title: "A number is infinite, no number, or too large",
        means: "TOML can write `nan` and `inf`; the model cannot reckon with them, nor with numbers beyond 1e12.",
        matters: "One such number would turn every result into no number.",
        example: "salience = nan",
        instead: "salience = 0.3",
    },
    Page {
        code: super::OUT_OF_BOUNDS,
        title: "A number is out of bounds",
        means: "A number, or some value that an uncertain number may take, is not allowed for its key: a share above 1, a negative cost, a concession speed of 0.",
        matters: "Every possible value is checked, not only the likeliest: a world that draws the impossible one would not be a world.",
        example: "reciprocity = { normal = [0.2, 0.1] }",
        instead: "reciprocity = { normal = [0.2, 0.1], min = 0, max = 1 }",
    },
    Page {
        code: super::OUT_OF_ORDER,
        title: "Numbers are not in ascending order",
        means: "Uncertain numbers are written low, most likely, high; intervals low, high; `min` is below `max`.",
        matters: "Reversed numbers are usually slips of the pen, and it is not said which one slipped.",
        example: "cost = [0.14, 0.07, 0.02]",
        instead: "cost = [0.02, 0.07, 0.14]",
    },
    Page {
        code: super::BAD_PRIOR,
        title: "An uncertain number is badly formed",
        means: "A standard deviation is not above 0, a shape of a beta is not, weights are negative, all 0, or not as many as the values.",
        matters: "There is no such distribution to draw from.",
        example: "cost = { choice = [0.2, 0.8], weights = [1] }",
        instead: "cost = { choice = [0.2, 0.8], weights = [1, 3] }",
    },
    Page {
        code: super::OFF_SCALE,
        title: "A position is off its issue's scale",
        means: "Positions, status quo and war terms are written on the scale of their issue, 0 to 100 unless the issue says otherwise.",
        matters: "The ends of the scale are the best and worst that can be agreed; nothing lies beyond.",
        example: "territory = { limit = 120, ideal = 95, salience = 1 }",
        instead: "territory = { limit = 75, ideal = 95, salience = 1 }",
    },
    Page {
        code: super::BAD_SCALE,
        title: "A scale does not rise",
        means: "The first end of a scale is not below the second.",
        matters: "Positions are measured from the low end to the high end.",
        example: "scale = [100, 0]",
        instead: "scale = [0, 100]",
    },
    Page {
        code: super::BAD_ANCHOR,
        title: "An anchor is not at a point of the scale",
        means: "Anchors label points: the key is a number on the issue's scale, each point once. A point with a decimal needs quotes.",
        matters: "Results are told in the words of the anchors.",
        example: r#"anchors = { none = "no rise", 12.5 = "a high rise" }"#,
        instead: r#"anchors = { 0 = "no rise", "12.5" = "a high rise" }"#,
    },
    Page {
        code: super::NOT_AN_END,
        title: "The strong end is not an end of the scale",
        means: "`strong_end` says at which end of the scale the effect is strongest, so it is one of the two ends.",
        matters: "Strength falls evenly from the one end to the other.",
        example: "effect = { guarantee = { strong_end = 10 } }",
        instead: "effect = { guarantee = { strong_end = 0 } }",
    },
];
