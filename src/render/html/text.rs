//! Running text as HTML.

use maud::{Markup, html};

use crate::document::{Inline, Text};
use crate::text::date;

pub(super) fn text(text: &Text) -> Markup {
    html! { @for piece in &text.0 { (inline(piece)) } }
}

fn inline(piece: &Inline) -> Markup {
    html! {
        @match piece {
            Inline::Said(words) => (words),
            Inline::Strong(inner) => strong { (text(inner)) },
            // Isolated: the direction of the author's script moves nothing around it.
            Inline::Author(words) => bdi { (words) },
            Inline::Code(words) => code dir="ltr" { (words) },
            Inline::Number(number) => {
                data value=(number.value) data-at=(number.at) { (number.shown) }
            },
            Inline::Quoted { text, at } => bdi data-at=(at) { (text) },
            Inline::Date(day) => time datetime=(day) { (date(*day)) },
        }
    }
}
