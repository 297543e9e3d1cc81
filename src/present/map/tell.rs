//! The map as a document: is there a zone, where on each issue, what would a fair split give whom, what would
//! have to be true, and how far to trust it.

use super::choice::choice;
use super::conditions::conditions;
use super::gains::{frontier, gains};
use super::issue::drawing;
use super::package::package;
use super::zone::zone;
use super::{choice, issue};
use crate::document::{Document, Inline, Length, Number, Part, Section, Text, author};
use crate::present::forecasts::LESSON;
use crate::results::map::Map;
use crate::results::{Cited, Envelope, cite};
use crate::text::shell;

/// The map in words, of one issue only where one is named by its id.
pub fn tell(answer: &Envelope<Map>, only: Option<&str>) -> Document {
    let whole = Cited::whole(answer);
    let map = &cite!(whole.result);
    let scenario = answer.scenario.as_ref();
    let mut sections = vec![zone(map)];
    sections.extend(issues(map, only));
    sections.extend(gains(map));
    sections.extend(frontier(map));
    sections.extend(package(&whole));
    sections.extend(conditions(map));
    let again = scenario.map_or_else(String::new, |scenario| {
        format!("{} {}", shell::file(&scenario.file), scenario.changed_by)
    });
    Document {
        title: Text::from(author(scenario.map_or("", |scenario| &scenario.title))),
        facts: facts(&whole),
        notices: vec![
            Text::from(
                "A zone is room for a deal, not a deal: talks may not begin, texts may miss it, home fronts \
                 may refuse it. The odds: zopa run. Every figure follows from the assumptions in the file; \
                 none is a forecast of this tool. Forecasts here are other schools', from openings, influence \
                 and salience alone; they take a deal for granted.",
            ),
            Text::from(format!(
                "EU error: mean error on 351 decisions of the European Union, in points of 100, and how much \
                 more or less the others have. {LESSON} Round by round, and the rest of the figures:"
            )),
        ],
        sections,
        // A command stands on a line of its own, however long, so that it can be taken over as it is.
        colophon: Text::from(Inline::Code(format!("zopa map {} --json", again.trim_end()))),
        length: Length::Whole,
    }
}

fn facts(answer: &Cited<'_, Envelope<Map>>) -> Vec<Text> {
    let scenario = answer.scenario.as_ref();
    let head = match scenario.and_then(|scenario| scenario.as_of.as_deref()) {
        Some(date) => format!(
            "on {date}, before anything is played: every pledge delivered, no events, no noise"
        ),
        None => "before anything is offered".to_owned(),
    };
    let mut what = Text::from(format!("the bargaining map {head}"));
    if let Some(run) = cite!(answer.run).some() {
        what = what
            .and(" · ")
            .and(Number::count(&cite!(run.worlds)))
            .and(" worlds, seed ")
            .and(Number::name(&cite!(run.seed)));
    }
    let changes = scenario.map(|scenario| &scenario.changed_by).filter(|by| !by.is_empty());
    let changes = changes.map(|by| Text::from("changed by ").and(author(by)));
    [what].into_iter().chain(changes).collect()
}

/// Issue by issue a drawing or a table, each kind with how to read it where it stands first.
fn issues(map: &Cited<'_, Map>, only: Option<&str>) -> Vec<Section> {
    let (mut drawn, mut chosen) = (false, false);
    let mut sections = Vec::new();
    for (k, own) in cite!(map.issues).each().enumerate() {
        if only.is_some_and(|only| only != own.issue) {
            continue;
        }
        let (mut parts, first, legend) = if own.scale.is_some() {
            (drawing(map, &own, k), &mut drawn, issue::LEGEND)
        } else {
            (choice(map, &own, k), &mut chosen, choice::LEGEND)
        };
        if !std::mem::replace(first, true) {
            parts.push(Part::Note(Text::from(legend)));
        }
        let id = format!("issue-{}", own.issue);
        sections.push(Section::new(id, Text::from(author(&own.title)), parts));
    }
    sections
}
