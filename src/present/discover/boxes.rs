//! Boxes: a sentence each, then how it was found.

use super::words;
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::discover::{BoxFound, Boxes, Discover, OtherInput, Resampling, ToldLimit};
use crate::results::{Cited, Envelope, RunOf, cite};

/// Steps of a trajectory that are shown.
const STEPS: usize = 8;
/// Dropped restrictions, and others that came up, that are told.
const TOLD: usize = 3;
/// How often something must come up in resamples to be told.
const OFTEN: f64 = 0.25;

/// What surrounds the boxes.
pub(super) struct Told<'a> {
    run: Option<Cited<'a, RunOf>>,
    changed_by: &'a str,
    /// What cases are: worlds where some were played.
    cases: &'static str,
    /// Where the assumptions stand.
    source: &'static str,
}

impl<'a> Told<'a> {
    pub(super) fn new(answer: &Cited<'a, Envelope<Discover>>) -> Self {
        let scenario = answer.part().scenario.as_ref();
        let run = cite!(answer.run).some();
        Self {
            changed_by: scenario.map_or("", |scenario| &scenario.changed_by),
            cases: if run.is_some() { "worlds" } else { "cases" },
            source: if scenario.is_some() { "the file" } else { "the table" },
            run,
        }
    }

    /// What was searched, and for what.
    pub(super) fn head(&self, boxes: &Cited<'_, Boxes>) -> Vec<Text> {
        let mut searched =
            Text::from(Number::count(&cite!(boxes.cases))).and(format!(" {}", self.cases));
        if let Some(run) = &self.run {
            let histories = Number::count(&cite!(run.histories));
            searched = searched.and(" × ").and(histories).and(" histories");
        }
        let mut head = vec![
            searched
                .and(format!(", {} inputs · seed ", boxes.inputs.len()))
                .and(Number::name(&cite!(boxes.seed))),
        ];
        if !self.changed_by.is_empty() {
            head.push(Text::from("changed by ").and(author(self.changed_by)));
        }
        head.push(
            Text::from(format!("Looked for: {} with ", self.cases))
                .then(words::interest(&cite!(boxes.interest)))
                .and(words::quarter(&boxes.interest, "them"))
                .and(": ")
                .and(Number::count(&cite!(boxes.of_interest)))
                .and(" of ")
                .and(Number::count(&cite!(boxes.cases)))
                .and(", ")
                .and(Number::share(&cite!(boxes.interest.share)))
                .and("."),
        );
        let left_out = boxes.left_out.iter();
        head.extend(left_out.map(|left| {
            Text::from(author(&left.input)).and(" was left out: ").and(author(&left.reason))
        }));
        head
    }

    /// A section for every box.
    pub(super) fn sections(&self, boxes: &Cited<'_, Boxes>) -> Vec<Section> {
        let all = cite!(boxes.boxes);
        if all.is_empty() {
            let none = "No box: no restriction of any input tells cases of interest apart.";
            return vec![Section::new("boxes", Text::new(), vec![Part::Paragraph(none.into())])];
        }
        all.each().enumerate().map(|(number, one)| self.one(boxes, number, &one)).collect()
    }

    fn one(&self, boxes: &Cited<'_, Boxes>, number: usize, one: &Cited<'_, BoxFound>) -> Section {
        let worlds = self.cases;
        let elsewhere = if number == 0 { "" } else { ", outside of the boxes before" };
        let limits = cite!(one.told.restrictions);
        let mut parts = vec![
            Part::Paragraph(Text::from(format!("In {worlds} in which{elsewhere}"))),
            Part::Points(limits.each().map(|own| limit(&own)).collect()),
            Part::Paragraph(
                Text::from(Number::share(&cite!(one.told.density)))
                    .and(" have ")
                    .then(words::interest(&cite!(boxes.interest)))
                    .and(" (density), against ")
                    .and(Number::share(&cite!(boxes.interest.share)))
                    .and(format!(" of all. These {worlds} hold "))
                    .and(Number::share(&cite!(one.told.coverage)))
                    .and(format!(" of all such {worlds} (coverage), and are "))
                    .and(Number::share(&cite!(one.told.mass)))
                    .and(" of all (mass)."),
            ),
        ];
        parts.extend(self.found_again(&cite!(one.resamples)).map(Part::Paragraph));
        parts.extend(notes(one));
        parts.push(Part::Table(trajectory(one)));
        Section::new(format!("box-{}", number + 1), format!("Box {}", number + 1), parts)
    }

    /// How it did in cases that did not help to find it.
    fn found_again(&self, resamples: &Cited<'_, Resampling>) -> Option<Text> {
        let density = cite!(resamples.density_outside).some()?;
        let coverage = cite!(resamples.coverage_outside).some()?;
        Some(
            Text::from("Found again in ")
                .and(Number::name(&cite!(resamples.count)))
                .and(" resamples, such boxes have a density of ")
                .and(Number::share(&density))
                .and(" and a coverage of ")
                .and(Number::share(&coverage))
                .and(format!(
                    " in {} that did not help to find them: the more honest figures.",
                    self.cases
                )),
        )
    }

    /// What a box is not.
    pub(super) fn caution(&self) -> Text {
        Text::from(format!(
            "A box tells where in the assumptions of {} such {} lie; it is neither a forecast nor a cause. It \
             was searched for: quasi-p-values rank restrictions and test nothing, and what few resamples bring \
             back is not to be relied on. docs/discover.md says more.",
            self.source, self.cases
        ))
    }
}

/// A limit, how it ranks and how often it came up again.
fn limit(limit: &Cited<'_, ToldLimit>) -> Text {
    let quasi_p = cite!(limit.quasi_p);
    let shown = if *quasi_p < 0.001 { "< 0.001".to_owned() } else { format!("{:.3}", *quasi_p) };
    Text::from(author(&limit.words))
        .and(" [quasi-p ")
        .and(Number::shown(shown, &quasi_p))
        .and("; in ")
        .and(Number::share(&cite!(limit.returned)))
        .and(" of resamples]")
}

fn notes(one: &Cited<'_, BoxFound>) -> Vec<Part> {
    let mut notes = Vec::new();
    if !one.dense_enough {
        let text = "No box is as dense as was asked for; this one is the densest.";
        notes.push(Part::Paragraph(Text::from(text)));
    }
    let mut names: Vec<&str> = one.dropped.iter().rev().map(|own| own.title.as_str()).collect();
    names.dedup();
    if !names.is_empty() {
        let more = names.len().saturating_sub(TOLD);
        names.truncate(TOLD);
        notes.push(Part::Paragraph(
            Text::from("Dropped, since they may be chance (quasi-p above 0.05): ")
                .and(author(&names.join(", ")))
                .and_if(more > 0, format!(" and {more} more (--json)"))
                .and("."),
        ));
    }
    let others = cite!(one.resamples.others);
    let often = others.each().filter(|other| other.returned >= OFTEN).take(TOLD);
    notes.extend(often.map(|other| Part::Below(instead(&other))));
    notes
}

fn instead(other: &Cited<'_, OtherInput>) -> Text {
    Text::from("Instead, in ")
        .and(Number::share(&cite!(other.returned)))
        .and(" of resamples: ")
        .and(author(&other.title))
        .and(" ")
        .and(words::end(other.end))
}

/// Some steps of the way, always with the one that was chosen.
fn trajectory(one: &Cited<'_, BoxFound>) -> Table {
    let steps = cite!(one.trajectory);
    let (last, chosen) = (steps.len().saturating_sub(1), one.chosen_step as usize);
    let mut shown: Vec<usize> = (0..STEPS).map(|k| k * last / (STEPS - 1)).collect();
    shown.push(chosen);
    shown.sort_unstable();
    shown.dedup();
    let columns = ["#step", "#restricted", "#coverage", "#density", "#mass", "~"];
    let mut table = Table::new(Text::new(), &columns);
    for (number, step) in steps.each().enumerate().filter(|(number, _)| shown.contains(number)) {
        table.row([
            Text::from(number.to_string()),
            Text::from(Number::name(&cite!(step.restricted))),
            Text::from(Number::share(&cite!(step.coverage))),
            Text::from(Number::share(&cite!(step.density))),
            Text::from(Number::share(&cite!(step.mass))),
            Text::new().and_if(number == chosen, "← chosen"),
        ]);
    }
    table
}
