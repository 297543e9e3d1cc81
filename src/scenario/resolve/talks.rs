//! Where and since when they talk, and by when they have to be done.

use jiff::civil::Date;

use super::{Fields, Resolver};
use crate::model::{Conclave, InputId, Talks, Venue, months_between};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{CONCLAVE, TALKS};
use crate::scenario::shape::join;

impl Resolver<'_> {
    pub(super) fn talks(&mut self, root: &Fields<'_>) -> Talks {
        let fields = root.sub("talks", &TALKS);
        if !self.uses.dates {
            // Refused with the rest of the peace process.
            return Talks::default();
        }
        let began = self.began(&fields);
        let word = fields.text("venue");
        let mut talks = Talks {
            began,
            venue: Venue::ALL.into_iter().find(|venue| Some(venue.word()) == word),
            ..Talks::default()
        };
        talks.deadline = fields.date("deadline").map(|date| {
            let months = self.day_ahead(&fields, "deadline", date) + talks.elapsed();
            self.certain(&fields, "deadline", months)
        });
        talks.conclaves = self.conclaves(&fields);
        talks
    }

    fn began(&mut self, fields: &Fields<'_>) -> Option<f64> {
        let (date, as_of) = (fields.date("began")?, self.as_of?);
        if date > as_of {
            self.push(
                Diagnostic::new(
                    codes::BEGAN_LATER,
                    fields.span_of("began"),
                    format!("the talks begin on {date}, after the scenario's as-of date"),
                )
                .label(format!("the world is frozen on {as_of}"))
                .help("leave it out where the talks begin on the as-of date, or move `as_of`")
                .path(fields.path_of("began")),
            );
            return None;
        }
        Some(months_between(date, as_of))
    }

    /// Months from the as-of date to a day that must not be over; it may lie beyond the horizon.
    fn day_ahead(&mut self, fields: &Fields<'_>, key: &str, date: Date) -> f64 {
        self.months(date, fields.span_of(key), &fields.path_of(key), true)
    }

    /// A party's deadline in months since the talks began; by default the common one.
    pub(super) fn deadline(&mut self, party: &Fields<'_>) -> InputId {
        if let Some(date) = party.date("deadline") {
            let elapsed = self.talks.elapsed();
            // On the very day there is nothing left to concede.
            let months = (self.day_ahead(party, "deadline", date) + elapsed).max(1e-6);
            return self.certain(party, "deadline", months);
        }
        let common = self.talks.deadline.map(|id| self.inputs[id.index()].prior.mode());
        match common {
            Some(common) => self.number_or(party, "deadline", common.max(1e-6)),
            None => self.number(party, "deadline"),
        }
    }

    fn conclaves(&mut self, fields: &Fields<'_>) -> Vec<Conclave> {
        let mut conclaves: Vec<Conclave> = Vec::new();
        let mut before: Option<Date> = None;
        for (index, node) in fields.list("conclaves").iter().enumerate() {
            let path = join(&fields.path_of("conclaves"), &index.to_string());
            let inner = Fields::at(node, &CONCLAVE, path, node.span);
            let tempo = self.number(&inner, "tempo");
            let (Some(from), Some(to)) = (inner.date("from"), inner.date("to")) else { continue };
            let overlaps = before.filter(|before| from < *before);
            if to <= from || overlaps.is_some() {
                let (key, message) = match overlaps {
                    _ if to <= from => ("to", "a conclave ends before it begins".to_owned()),
                    Some(before) => ("from", format!("the conclave before it ends on {before}")),
                    None => continue,
                };
                self.push(
                    Diagnostic::new(codes::BAD_SPAN, inner.span_of(key), message)
                        .help("list conclaves in order, each from one day to a later one")
                        .path(inner.path_of(key)),
                );
                continue;
            }
            before = Some(to);
            let from = self.months(from, inner.span_of("from"), &inner.path_of("from"), false);
            let to = self.months(to, inner.span_of("to"), &inner.path_of("to"), true);
            conclaves.push(Conclave { from, to, tempo });
        }
        conclaves
    }

    /// φ: as the file says, or as the venue has it.
    pub(super) fn text_rate(&mut self, model: &Fields<'_>) -> InputId {
        let Some(venue) = self.talks.venue else {
            return self.spread(model, "text_rate", true);
        };
        if model.has("text_rate") {
            let word = venue.word();
            self.push(
                Diagnostic::new(
                    codes::TWO_TEMPOS,
                    model.key_span("text_rate"),
                    format!(
                        "`text_rate` and the venue `{word}` both say how often a text is tried"
                    ),
                )
                .help("drop one of the two")
                .path(model.path_of("text_rate")),
            );
        }
        self.number_or(model, "text_rate", venue.tempo())
    }
}
