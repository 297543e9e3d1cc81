//! The package asked about: whom it suits, what another would add, and how a run differs from all that.

use super::answers::answers;
use super::words::{gain, signatory};
use crate::document::{Part, Section, Text, author};
use crate::results::map::{GivenPackage, Map};
use crate::results::{Cited, Envelope, cite};

/// The package in words and figures; none where none was asked about.
pub(super) fn package(answer: &Cited<'_, Envelope<Map>>) -> Vec<Section> {
    let Some(given) = cite!(answer.result.likely.given).some() else { return Vec::new() };
    let parts = vec![Part::Paragraph(verdict(&given)), Part::Paragraph(left(&given))];
    let title = "The package asked about (most likely inputs)";
    let mut sections = vec![Section::new("package", title, parts)];
    if let Some(signed) = given.signed_on_first_day {
        let day = answer.scenario.as_ref().and_then(|scenario| scenario.as_of.as_deref());
        let apart = apart_from_a_run(answer, given.in_zone, signed);
        sections.extend(answers(&given, day, apart));
    }
    sections
}

/// Whom it suits.
fn verdict(given: &Cited<'_, GivenPackage>) -> Text {
    let verdict = if given.in_zone {
        Text::from("It suits all who must sign it")
    } else if given.crosses_red_line_of.is_empty() {
        Text::from("Somebody who must sign it would lose")
    } else {
        let crossed: Vec<&str> =
            given.crosses_red_line_of.iter().map(|who| who.title.as_str()).collect();
        Text::from("It crosses a red line of ").and(author(&crossed.join(", ")))
    };
    let gains = cite!(given.package.gains);
    let told = gains.each().filter(|own| own.must_sign).map(|own| {
        let name = author(&signatory(&own.party, own.home_front));
        Text::from(name).and(" ").and(gain(&cite!(own.gain)))
    });
    verdict.and(": ").then(Text::joined(", ", told)).and(".")
}

/// What another package would still add.
fn left(given: &Cited<'_, GivenPackage>) -> Text {
    let each = cite!(given.left_on_table.each);
    let each = each.each();
    let told = each.map(|own| Text::from(author(&own.title)).and(" ").and(gain(&cite!(own.gain))));
    Text::from("Left on the table: ")
        .and(gain(&cite!(given.left_on_table.joint)))
        .and(" in sum, or, each on its own, ")
        .then(Text::joined(", ", told))
        .and(", with nobody worse off.")
}

/// How a run differs from the first day.
fn apart_from_a_run(answer: &Envelope<Map>, in_zone: bool, signed: bool) -> Text {
    let between = if in_zone == signed {
        ""
    } else {
        "Whom it suits is asked with every pledge made and home fronts at even odds; what they would say, on \
         the first day and with the votes weighed. "
    };
    let verdict = if signed { "leave it unsigned" } else { "sign it all the same" };
    let file = answer
        .scenario
        .as_ref()
        .map_or_else(String::new, |scenario| format!("{} {}", scenario.file, scenario.changed_by));
    Text::from(format!(
        "{between}The parts are those that a run reports of what is signed. This is one world, the likeliest, on \
         the first day, without events and without noise. A run draws worlds, lets costs, trust, pledges and the \
         front change until the day of signing, and gives parties readiness and moods: it may {verdict}, and \
         says how often: zopa run {}",
        file.trim_end()
    ))
}
