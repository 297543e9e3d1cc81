//! The panel of a living page. It is hidden until a script that can work it is there.

use maud::{Markup, PreEscaped, html};

use super::part::inline;
use super::text::text;
use crate::document::{Lever, Panel, Switch};

/// More choices than these are folded into a list.
const SIDE_BY_SIDE: usize = 4;

pub(super) fn panel(panel: &Panel) -> Markup {
    html! {
        section #change aria-labelledby="change-title" hidden
            data-as-file="as uncertain as in the file" data-held="held at"
            data-begin="Playing …" data-broken="The engine did not start"
            data-copied="The command is copied." data-uncopied="Copying is not allowed here: the command stands below." {
            h2 #change-title { (text(&panel.title)) }
            p.lead { (text(&panel.lead)) }
            div .now {
                p.said #change-said { (text(&panel.unchanged)) }
                p.note #change-state { }
                div.busy #change-busy hidden { }
            }
            // For those who hear the page: the first odds of a change and the last, not every one between.
            p.unseen role="status" #change-heard { }
            div #change-odds { }
            @if !panel.choices.is_empty() {
                h3 { (text(&panel.choices_title)) }
                p.note { (text(&panel.choices_note)) }
                @for (number, one) in panel.choices.iter().enumerate() { (switch(number, one)) }
            }
            @if !panel.levers.is_empty() {
                h3 { (text(&panel.levers_title)) }
                p.note { (text(&panel.levers_note)) }
                @for (number, one) in panel.levers.iter().enumerate() { (lever(number, one)) }
            }
            @if let Some(one) = &panel.variant { (switch(panel.choices.len(), one)) }
            div.actions {
                button #change-back type="button" disabled { "Back to the file" }
                button #change-copy type="button" disabled { "Copy as command" }
                button #change-save type="button" disabled { "Save as scenario" }
            }
            p.note role="status" #change-done { }
            pre #change-command hidden tabindex="0" { code dir="ltr" { } }
        }
    }
}

fn lever(number: usize, lever: &Lever) -> Markup {
    let id = format!("lever-{number}");
    let decimals = lever.decimals;
    let shown = |value: f64| format!("{value:.decimals$}");
    html! {
        div.lever data-path=(lever.path) {
            div.name {
                label for=(id) { (text(&lever.name)) }
                output for=(id) { "as uncertain as in the file" }
            }
            div.track {
                span.zopa aria-hidden="true" { (stretched(&lever.sketch)) }
                input #(id) type="range" min=(shown(lever.from)) max=(shown(lever.to)) step=(shown(lever.step))
                    value=(shown(lever.middle)) aria-describedby={ (id) "-why" };
            }
            div.ends { @for end in &lever.ends { span { (text(end)) } } }
            div.foot {
                p.note id={ (id) "-why" } { (text(&lever.why)) }
                label.as-file { input type="checkbox" checked; " as in the file" }
            }
            @if !lever.meanings.is_empty() {
                span.meanings hidden {
                    @for (from, words) in &lever.meanings { data value=(shown(*from)) { bdi { (words) } } }
                }
            }
        }
    }
}

/// A drawing as wide as the lever below it.
fn stretched(svg: &str) -> PreEscaped<String> {
    PreEscaped(inline(svg).0.replacen("<svg ", "<svg preserveAspectRatio=\"none\" ", 1))
}

fn switch(number: usize, switch: &Switch) -> Markup {
    let name = format!("switch-{number}");
    html! {
        @if switch.choices.len() <= SIDE_BY_SIDE {
            fieldset.switch data-path=(switch.of) {
                legend { (text(&switch.name)) }
                @for (value, words) in &switch.choices {
                    label {
                        input type="radio" name=(name) value=(value) checked[*value == switch.chosen];
                        span { (text(words)) }
                    }
                }
                @if !switch.note.is_empty() { p.note { (text(&switch.note)) } }
            }
        } @else {
            div.switch data-path=(switch.of) {
                label for=(name) { (text(&switch.name)) }
                select #(name) {
                    @for (value, words) in &switch.choices {
                        option value=(value) selected[*value == switch.chosen] { (words.plain()) }
                    }
                }
                @if !switch.note.is_empty() { p.note { (text(&switch.note)) } }
            }
        }
    }
}
