//! The front, mediation, the summit, the coalition and durability.

use super::fields::Rule;
use super::parties::roles_are_known;
use super::{Fields, Resolver};
use crate::model::{
    Coalition, Durability, Front, Issue, IssueEffect, Mediation, MediationStyle, Outside, Party,
    Role, Summit,
};
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{Bounds, COALITION, DURABILITY, FRONT, MEDIATION, Reference, SUMMIT};
use crate::scenario::shape::join;

impl Resolver<'_> {
    /// The line and the sequence of a ceasefire mean something only in a war.
    pub(super) fn check_war(&mut self, root: &Fields<'_>, issues: &[Issue], parties: &[Party]) {
        let war = |party: &Party| matches!(party.outside, Outside::War { .. });
        if parties.iter().any(war) {
            return;
        }
        for (issue, entry) in issues.iter().zip(root.entries("issues")) {
            let word = match issue.effect {
                IssueEffect::FrontLine => "front-line",
                IssueEffect::HaltsFighting { .. } => "halts-fighting",
                IssueEffect::None | IssueEffect::Guarantee { .. } => continue,
            };
            let effect = entry.node.as_table().and_then(|table| table.get("effect"));
            self.push(
                Diagnostic::new(
                    codes::NO_WAR,
                    effect.map_or(entry.span, |node| node.span),
                    format!("the issue `{}` has the effect `{word}`, but nobody is at war", issue.id),
                )
                .help("give at least one party outside = { war = { terms = { … }, cost = … } }, or drop the effect")
                .path(format!("issues.{}.effect", issue.id)),
            );
        }
    }

    pub(super) fn front(&mut self, root: &Fields<'_>, issues: &[Issue]) -> Option<Front> {
        let fields = root.sub("front", &FRONT);
        if !issues.iter().any(|issue| issue.effect == IssueEffect::FrontLine) {
            if root.has("front") {
                self.push(
                    Diagnostic::new(codes::NO_FRONT, fields.span, "no issue is a front line")
                        .label("so there is nothing that moves")
                        .help("give the issue that the front decides effect = \"front-line\", or drop [front]")
                        .path("front"),
                );
            }
            return None;
        }
        Some(Front { drift: self.number(&fields, "drift"), noise: self.number(&fields, "noise") })
    }

    pub(super) fn mediation(&mut self, root: &Fields<'_>, parties: &[Party]) -> Mediation {
        let fields = root.sub("mediation", &MEDIATION);
        let word = fields.text("style");
        let style = MediationStyle::ALL.into_iter().find(|style| Some(style.word()) == word);
        let mediator = parties.iter().any(|party| party.role == Role::Mediator);
        if style.is_some() && !mediator && roles_are_known(root) {
            self.push(
                Diagnostic::new(
                    codes::NO_MEDIATOR,
                    fields.span_of("style"),
                    "there is a style of mediation, but no mediator",
                )
                .help("give a party the role \"mediator\", or drop `style`: then the principals hold the pen in turn")
                .path("mediation.style"),
            );
        }
        Mediation { style, pen: self.number(&fields, "pen") }
    }

    pub(super) fn summit(&mut self, root: &Fields<'_>, parties: &[Party]) -> Option<Summit> {
        if !root.has("summit") {
            return None;
        }
        let fields = root.sub("summit", &SUMMIT);
        let mut named: Vec<usize> = Vec::new();
        for node in fields.list("parties") {
            let Some(name) = node.as_text() else { continue };
            let known = self.refer(Reference::Party, name, node.span, "summit.parties");
            let Some(index) = known.filter(|index| *index < parties.len()) else { continue };
            if named.contains(&index) {
                self.push(
                    Diagnostic::new(
                        codes::NAMED_TWICE,
                        node.span,
                        format!("`{name}` is named twice"),
                    )
                    .path("summit.parties"),
                );
            } else if parties[index].role != Role::Principal && roles_are_known(root) {
                let word = parties[index].role.word();
                self.push(
                    Diagnostic::new(
                        codes::NOT_PRINCIPAL,
                        node.span,
                        format!("`{name}` is a {word}, and only principals meet at the summit"),
                    )
                    .help("a mediator who brings them together is said by `push`")
                    .path("summit.parties"),
                );
            }
            named.push(index);
        }
        let push = self.number(&fields, "push");
        let mut stated = Vec::new();
        for entry in fields.entries("reluctance") {
            let path = join("summit.reluctance", &entry.name);
            let known = self.refer(Reference::Party, &entry.name, entry.span, &path);
            if known.is_some_and(|index| !named.contains(&index)) {
                let message = format!("`{}` is not among the parties of the summit", entry.name);
                self.push(
                    Diagnostic::new(codes::NOT_PRINCIPAL, entry.span, message)
                        .help("add it to `summit.parties`, or drop its reluctance")
                        .path(path),
                );
                continue;
            }
            stated.extend(known.map(|index| (index, entry)));
        }
        let rule = Rule { default: Some(Prior::Constant(0.0)), ..Rule::within(Bounds::LOG_RATE) };
        let mut reluctance = Vec::with_capacity(named.len());
        for index in &named {
            let node = stated.iter().find(|(i, _)| i == index).map(|(_, entry)| &entry.node);
            let path = join("summit.reluctance", self.names.parties[*index]);
            reluctance.push(self.input(node, path, fields.span, &rule));
        }
        Some(Summit { parties: named, push, reluctance })
    }

    pub(super) fn coalition(&mut self, root: &Fields<'_>) -> Coalition {
        let fields = root.sub("coalition", &COALITION);
        Coalition {
            cohesion: self.number(&fields, "cohesion"),
            credibility: self.number(&fields, "credibility"),
            fatigue: self.number(&fields, "fatigue"),
        }
    }

    pub(super) fn durability(&mut self, root: &Fields<'_>) -> Durability {
        let fields = root.sub("durability", &DURABILITY);
        Durability {
            record: self.number(&fields, "record"),
            peacekeepers: fields.flag("peacekeepers").unwrap_or(false),
        }
    }
}
