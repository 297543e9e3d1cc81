//! Interim deals.

use super::fields::Rule;
use super::{Fields, Resolver};
use crate::model::{InputId, Interim, Issue, IssueEffect, Outside, Party, Place, Scale, Settled};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{Bounds, INTERIM, RANGE, Reference};
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::suggest;

fn at_war(party: &Party) -> bool {
    matches!(party.outside, Outside::War { .. })
}

impl Resolver<'_> {
    pub(super) fn interims(
        &mut self,
        root: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Vec<Interim> {
        let mut interims = Vec::new();
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for node in root.list("interim") {
            let id = node.as_table().and_then(|table| table.get("id")?.as_text()).unwrap_or("?");
            let fields = Fields::at(node, &INTERIM, join("interim", id), node.span);
            self.unique(id, "interim deal", &mut seen, &fields, "id");
            interims.push(self.interim(id, &fields, issues, parties));
        }
        interims
    }

    fn interim(
        &mut self,
        id: &str,
        fields: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Interim {
        let war = parties.iter().any(at_war);
        let settles = self.settled(fields, issues, war);
        let sequence = |k: usize| matches!(issues[k].effect, IssueEffect::HaltsFighting { .. });
        let by_issue = settles.iter().any(|settled| sequence(settled.issue));
        let halts_fighting = fields.flag("halts_fighting").unwrap_or(by_issue && war);
        if halts_fighting && !war {
            self.misfit_of_interim(
                fields.span_of("halts_fighting"),
                format!("`{}` halts the fighting, but nobody is at war", fields.path),
                "drop `halts_fighting`, or give a principal outside = { war = { … } }",
                fields.path_of("halts_fighting"),
            );
        }
        let lasts = fields.has("lasts").then(|| self.number(fields, "lasts"));
        let renewable = fields.flag("renewable").unwrap_or(false);
        if renewable && !fields.has("lasts") {
            self.misfit_of_interim(
                fields.span_of("renewable"),
                format!("`{}` never runs out, and cannot be renewed", fields.path),
                "say how long it `lasts`, or drop `renewable`",
                fields.path_of("renewable"),
            );
        }
        let costs = self.by_party(fields, "cost", parties);
        let relief = self.by_party(fields, "relief", parties);
        let interim = Interim {
            id: id.to_owned(),
            title: fields.text("title").unwrap_or(id).to_owned(),
            settles,
            lasts,
            renewable,
            halts_fighting,
            costs,
            relief,
            ripeness: self.number(fields, "ripeness"),
            first: fields.has("first").then(|| self.number(fields, "first")),
        };
        self.check_that_it_does_something(fields, &interim);
        interim
    }

    /// What it settles, in the order of the issues.
    fn settled(&mut self, fields: &Fields<'_>, issues: &[Issue], war: bool) -> Vec<Settled> {
        let mut settled: Vec<(Settled, Span)> = Vec::new();
        for entry in fields.entries("terms") {
            let here = join(&fields.path_of("terms"), &entry.name);
            let Some(issue) = self.issue_named(&entry.name, entry.span, &here, issues) else {
                continue;
            };
            let place = self.place(&entry.node, here.clone(), fields.span, &issues[issue]);
            let Some(place) = place.map(Place::At) else { continue };
            self.settle(&mut settled, Settled { issue, place }, entry.span, &here, (issues, war));
        }
        for entry in fields.entries("within") {
            let here = join(&fields.path_of("within"), &entry.name);
            let Some(issue) = self.issue_named(&entry.name, entry.span, &here, issues) else {
                continue;
            };
            if issues[issue].has_options() {
                self.misfit_of_interim(
                    entry.span,
                    format!("`{}` is a choice of options, which has no range", entry.name),
                    "name one of the options in `terms`, or leave it to the text with `as_drafted`",
                    here,
                );
                continue;
            }
            let range = Fields::at(&entry.node, &RANGE, here.clone(), entry.span);
            let place = self.range(&range, issues[issue].scale);
            self.settle(&mut settled, Settled { issue, place }, entry.span, &here, (issues, war));
        }
        let path = fields.path_of("as_drafted");
        for node in fields.list("as_drafted") {
            let Some(name) = node.as_text() else { continue };
            let Some(issue) = self.issue_named(name, node.span, &path, issues) else { continue };
            let settles = Settled { issue, place: Place::AsDrafted };
            self.settle(&mut settled, settles, node.span, &path, (issues, war));
        }
        settled.sort_by_key(|(settled, _)| settled.issue);
        settled.into_iter().map(|(settled, _)| settled).collect()
    }

    fn issue_named(
        &mut self,
        name: &str,
        span: Span,
        path: &str,
        issues: &[Issue],
    ) -> Option<usize> {
        let known = self.refer(Reference::Issue, name, span, path);
        known.filter(|index| *index < issues.len())
    }

    fn range(&mut self, range: &Fields<'_>, scale: Scale) -> Place {
        let [low, high] = ["from", "to"].map(|name| self.number_on(range, name, scale));
        let most = self.inputs[low.index()].prior.support().1;
        let least = self.inputs[high.index()].prior.support().0;
        if range.has("from") && range.has("to") && most > least {
            self.push(
                Diagnostic::new(
                    codes::OUT_OF_ORDER,
                    range.span_of("to"),
                    format!(
                        "`{}` may end before it begins: `from` may be {most}, `to` {least}",
                        range.path
                    ),
                )
                .help("make `to` at least as large as `from`")
                .path(range.path_of("to")),
            );
        }
        Place::Within(low, high)
    }

    /// Takes up an issue, if an interim deal may settle it.
    fn settle(
        &mut self,
        settled: &mut Vec<(Settled, Span)>,
        own: Settled,
        span: Span,
        path: &str,
        (issues, war): (&[Issue], bool),
    ) {
        let issue = &issues[own.issue];
        let id = &issue.id;
        if let Some((_, first)) = settled.iter().find(|(known, _)| known.issue == own.issue) {
            self.push(
                Diagnostic::new(codes::NAMED_TWICE, span, format!("`{id}` is settled twice"))
                    .label("the second")
                    .also(*first, "the first")
                    .help("name an issue in one of `terms`, `within` and `as_drafted`")
                    .path(path),
            );
            return;
        }
        if issue.effect == IssueEffect::FrontLine {
            self.misfit_of_interim(
                span,
                format!("`{id}` is the front line, which an interim deal leaves where it stands"),
                "write halts_fighting = true: then the line does not move while the deal stands",
                path.to_owned(),
            );
            return;
        }
        if !war && issue.status_quo.is_none() {
            self.misfit_of_interim(
                span,
                format!(
                    "`{id}` has no `status_quo`, so that nobody knows what settling it changes"
                ),
                "give the issue a `status_quo`: without a war that is what comes without a deal",
                path.to_owned(),
            );
            return;
        }
        settled.push((own, span));
    }

    /// Numbers by party: factors on the cost of war of those who fight, relief of those who do not.
    fn by_party(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        parties: &[Party],
    ) -> Vec<Option<InputId>> {
        let mut found = vec![None; parties.len()];
        for entry in fields.entries(name) {
            let here = join(&fields.path_of(name), &entry.name);
            let known = self.refer(Reference::Party, &entry.name, entry.span, &here);
            let Some(party) = known.filter(|index| *index < parties.len()) else { continue };
            let fights = at_war(&parties[party]);
            if fights != (name == "cost") {
                let (message, help) = if fights {
                    ("is at war: its relief is a lower cost", "write it as a factor under `cost`")
                } else {
                    (
                        "is not at war and has no cost of war",
                        "write what the deal eases as `relief`, in value",
                    )
                };
                let message = format!("`{}` {message}", entry.name);
                self.misfit_of_interim(entry.span, message, help, here);
                continue;
            }
            let rule = Rule::within(Bounds::NOT_NEGATIVE);
            found[party] = Some(self.input(Some(&entry.node), here, fields.span, &rule));
        }
        found
    }

    fn check_that_it_does_something(&mut self, fields: &Fields<'_>, interim: &Interim) {
        // What could not be read has been reported.
        let named =
            ["terms", "within", "cost", "relief"].iter().any(|key| !fields.entries(key).is_empty());
        if interim.halts_fighting || named || !fields.list("as_drafted").is_empty() {
            return;
        }
        self.push(
            Diagnostic::new(
                codes::EMPTY_INTERIM,
                fields.span,
                format!("`{}` settles nothing and relieves nobody", fields.path),
            )
            .label("there is nothing to agree on")
            .help(suggest::wrapped(
                "name issues in `terms`, `within` or `as_drafted`, or say what it does to the `cost` or `relief` of a party",
            ))
            .path(fields.path.clone()),
        );
    }

    fn misfit_of_interim(&mut self, span: Span, message: String, help: &str, path: String) {
        self.push(
            Diagnostic::new(codes::INTERIM_MISFIT, span, message)
                .help(suggest::wrapped(help))
                .path(path),
        );
    }
}
