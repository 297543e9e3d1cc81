//! Parties, their positions, outside options, ratifications and pledges.

use super::fields::Rule;
use super::{Fields, Resolver};
use crate::model::{
    Constants, InputId, Issue, Outside, Party, PaymentTime, Pledge, PledgeTime, Position, Role,
    Scale,
};
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{Bounds, MODEL, OUTSIDE, PARTY, PLEDGE, POSITION, Reference, WAR};
use crate::scenario::shape::join;
use crate::scenario::source::Span;

impl Resolver<'_> {
    pub(super) fn parties(
        &mut self,
        root: &Fields<'_>,
        constants: &Constants,
        issues: &[Issue],
    ) -> Vec<Party> {
        let mut parties = Vec::new();
        let model = (&root.sub("model", &MODEL), constants);
        for entry in root.entries("parties") {
            let path = join("parties", &entry.name);
            let fields = Fields::at(&entry.node, &PARTY, path, entry.span);
            parties.push(self.party(&entry.name, &fields, model, issues));
        }
        self.check_principals(root, &parties);
        self.check_needs(root, &parties);
        parties
    }

    /// A number of a party, or the one that all share who state none.
    fn own(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        model: &Fields<'_>,
        shared: InputId,
    ) -> InputId {
        let Some(node) = fields.node(name) else { return shared };
        // What a change is of that scales or shifts it.
        let default = if model.has(name) {
            Some(self.inputs[shared.index()].prior.clone())
        } else {
            model.rule(name).default
        };
        let rule = Rule { default, ..fields.rule(name) };
        self.input(Some(node), fields.path_of(name), fields.span, &rule)
    }

    fn party(
        &mut self,
        id: &str,
        fields: &Fields<'_>,
        (model, constants): (&Fields<'_>, &Constants),
        issues: &[Issue],
    ) -> Party {
        let word = fields.text("role");
        let stated = Role::ALL.into_iter().find(|role| Some(role.word()) == word);
        let stated = self.uses.role.or(stated);
        let role = stated.unwrap_or(Role::Stakeholder);
        let mut party = Party {
            deadline_is_dated: fields.date("deadline").is_some(),
            id: id.to_owned(),
            title: fields.text("title").unwrap_or(id).to_owned(),
            role,
            influence: match self.uses.influence {
                Some(default) => self.number_or(fields, "influence", default),
                None => self.number(fields, "influence"),
            },
            concession_speed: self.number(fields, "concession_speed"),
            reciprocity: self.number(fields, "reciprocity"),
            loss_aversion: self.number(fields, "loss_aversion"),
            deadline: self.deadline(fields),
            readiness_spread: self.own(
                fields,
                "readiness_spread",
                model,
                constants.readiness_spread,
            ),
            good_faith: self.number(fields, "good_faith"),
            breach_hazard: self.own(fields, "breach_hazard", model, constants.breach_hazard),
            betrayal_loss: if role == Role::Principal {
                self.own(fields, "betrayal_loss", model, constants.betrayal_loss)
            } else {
                self.number_or(fields, "betrayal_loss", 0.0)
            },
            bargainer: self.uses.bargainers.then(|| self.bargainer(fields)),
            outside: self.outside(id, fields, stated, issues),
            ratification: self.ratification(id, fields),
            pledge: self.pledge(id, fields),
            leverage: self.leverage(id, fields, stated),
            payment: PaymentTime::ALL
                .into_iter()
                .find(|time| Some(time.word()) == fields.text("payment"))
                .unwrap_or_default(),
            positions: vec![None; issues.len()],
            preferences: vec![None; issues.len()],
        };
        self.place_wishes(fields, issues, &mut party);
        if role == Role::Principal {
            self.check_stake(id, fields, &party);
        }
        party
    }

    fn place_wishes(&mut self, fields: &Fields<'_>, issues: &[Issue], party: &mut Party) {
        for entry in fields.entries("positions") {
            let path = join(&fields.path_of("positions"), &entry.name);
            let known = self.refer(Reference::Issue, &entry.name, entry.span, &path);
            let Some(index) = known.filter(|index| *index < issues.len()) else { continue };
            let inner = Fields::at(&entry.node, &POSITION, path, entry.span);
            let issue = &issues[index];
            if issue.anchors.is_empty() {
                // An issue that is neither a scale nor a choice has been reported.
            } else if issue.has_options() {
                party.preferences[index] = self.preference(&inner, issue);
            } else {
                self.misfit(&inner, issue);
                party.positions[index] = Some(self.position(&inner, issue.scale));
            }
        }
    }

    fn position(&mut self, fields: &Fields<'_>, scale: Scale) -> Position {
        let ideal = self.number_on(fields, "ideal", scale);
        let stated = fields.has("opening");
        let opening = if stated { self.number_on(fields, "opening", scale) } else { ideal };
        Position {
            ideal,
            opening,
            limit: if self.uses.limits || fields.has("limit") {
                self.number_on(fields, "limit", scale)
            } else {
                ideal
            },
            salience: self.number(fields, "salience"),
            red_line: fields.has("red_line").then(|| self.number_on(fields, "red_line", scale)),
        }
    }

    fn outside(
        &mut self,
        id: &str,
        fields: &Fields<'_>,
        role: Option<Role>,
        issues: &[Issue],
    ) -> Outside {
        let outside = fields.sub("outside", &OUTSIDE);
        if outside.has("war") && self.uses.war {
            if let Some(role) = role.filter(|&role| role != Role::Principal) {
                let word = role.word();
                self.push(
                    Diagnostic::new(
                        codes::NOT_AT_WAR,
                        outside.span_of("war"),
                        format!("`{id}` is a {word}, and only principals are at war"),
                    )
                    .help("leave its `outside` out: its alternative is then the war of the principals")
                    .path(outside.path_of("war")),
                );
            }
            return self.war(&outside.sub("war", &WAR), issues);
        }
        if outside.has("reservation") {
            return Outside::Reservation(self.number(&outside, "reservation"));
        }
        if let Some(default) = self.uses.reservation {
            let path = outside.path_of("reservation");
            let default =
                Rule { default: Some(Prior::Constant(default)), ..Rule::within(Bounds::SHARE) };
            return Outside::Reservation(self.input(None, path, fields.span, &default));
        }
        Outside::Unstated
    }

    fn war(&mut self, war: &Fields<'_>, issues: &[Issue]) -> Outside {
        let path = war.path_of("terms");
        let mut stated = vec![None; issues.len()];
        let mut unread = vec![false; issues.len()];
        for entry in war.entries("terms") {
            let here = join(&path, &entry.name);
            let known = self.refer(Reference::Issue, &entry.name, entry.span, &here);
            let Some(index) = known.filter(|index| *index < issues.len()) else { continue };
            stated[index] = self.place(&entry.node, here, war.span, &issues[index]);
            unread[index] = stated[index].is_none();
        }
        let mut terms = Vec::with_capacity(issues.len());
        for ((issue, term), unread) in issues.iter().zip(stated).zip(unread) {
            let Some(term) = term.or(issue.status_quo) else {
                // What could not be read has been reported.
                if unread {
                    continue;
                }
                self.push(
                    Diagnostic::new(
                        codes::NO_TERMS,
                        war.node("terms").map_or(war.span, |node| node.span),
                        format!("the war terms of `{}` leave out the issue `{}`", war.path, issue.id),
                    )
                    .label(format!("`{}` is missing", issue.id))
                    .help("say where more war would end on this issue, or give the issue a `status_quo`")
                    .path(join(&path, &issue.id)),
                );
                continue;
            };
            terms.push(term);
        }
        Outside::War { terms, cost: self.number(war, "cost") }
    }

    fn pledge(&mut self, id: &str, fields: &Fields<'_>) -> Option<Pledge> {
        if !fields.has("pledge") {
            return None;
        }
        let pledge = fields.sub("pledge", &PLEDGE);
        let strength = self.number(&pledge, "strength");
        let time = match pledge.date("at") {
            Some(date) => {
                let span = pledge.span_of("at");
                PledgeTime::At(self.months(date, span, &pledge.path_of("at"), false))
            }
            None => PledgeTime::Rate(self.number(&pledge, "rate")),
        };
        let needs = pledge.text("needs").and_then(|name| {
            let (span, path) = (pledge.span_of("needs"), pledge.path_of("needs"));
            if name == id {
                self.push(itself(span, "a pledge cannot lean on itself", &path));
                return None;
            }
            self.refer(Reference::Party, name, span, &path)
        });
        Some(Pledge { strength, time, needs })
    }

    fn leverage(
        &mut self,
        id: &str,
        fields: &Fields<'_>,
        role: Option<Role>,
    ) -> Vec<(usize, crate::model::InputId)> {
        let path = fields.path_of("leverage");
        if fields.has("leverage") && role.is_some_and(|role| role != Role::Mediator) {
            let word = role.map_or("", Role::word);
            self.push(
                Diagnostic::new(
                    codes::NOT_MEDIATOR,
                    fields.span_of("leverage"),
                    format!("`{id}` is a {word}, and only mediators have leverage"),
                )
                .help("give the party the role \"mediator\", or drop its `leverage`")
                .path(path.clone()),
            );
        }
        let mut leverage = Vec::new();
        for entry in fields.entries("leverage") {
            let here = join(&path, &entry.name);
            if entry.name == id {
                self.push(itself(entry.span, "a party has no leverage over itself", &here));
                continue;
            }
            let known = self.refer(Reference::Party, &entry.name, entry.span, &here);
            let rule = Rule::within(Bounds::NOT_NEGATIVE);
            let input = self.input(Some(&entry.node), here, fields.span, &rule);
            leverage.extend(known.map(|index| (index, input)));
        }
        leverage
    }

    fn check_stake(&mut self, id: &str, fields: &Fields<'_>, party: &Party) {
        let saliences: Vec<_> = party.saliences().collect();
        if fields.entries("positions").is_empty() {
            self.push(
                Diagnostic::new(
                    codes::NO_POSITION,
                    fields.span_of("positions"),
                    format!("the principal `{id}` has no position on any issue"),
                )
                .label("a principal wants something")
                .help(format!(
                    "add [parties.{id}.positions] with a line for each issue it cares about"
                ))
                .path(fields.path_of("positions")),
            );
        } else if !saliences.is_empty() && saliences.iter().all(|id| self.may_be_zero(*id)) {
            self.push(
                Diagnostic::new(
                    codes::NO_WEIGHT,
                    fields.span,
                    format!("all saliences of the principal `{id}` may be 0 at once"),
                )
                .label("it would care about nothing")
                .help("make at least one salience always above 0")
                .path(fields.path_of("positions")),
            );
        }
    }

    fn may_be_zero(&self, input: crate::model::InputId) -> bool {
        use crate::prior::Prior;
        let prior = &self.inputs[input.index()].prior;
        matches!(prior, Prior::Constant(_) | Prior::Choice(_)) && prior.support().0 <= 0.0
    }

    fn check_principals(&mut self, root: &Fields<'_>, parties: &[Party]) {
        let entries = root.entries("parties");
        let count = parties.iter().filter(|party| party.role == Role::Principal).count();
        if count >= 2 || self.uses.role.is_some() || !roles_are_known(root) || entries.len() < 2 {
            return;
        }
        let span = match entries.iter().zip(parties).find(|(_, p)| p.role == Role::Principal) {
            Some((entry, _)) => entry.span,
            None => entries[0].span,
        };
        let message =
            if count == 0 { "no party is a principal" } else { "only one party is a principal" };
        self.push(
            Diagnostic::new(codes::FEW_PRINCIPALS, span, message)
                .help(
                    "a negotiation needs two parties whose signatures count: role = \"principal\"",
                )
                .path("parties"),
        );
    }

    /// A pledge leans on a pledge that exists, and never on itself by a detour.
    fn check_needs(&mut self, root: &Fields<'_>, parties: &[Party]) {
        let needs = |i: usize| parties[i].pledge.as_ref().and_then(|pledge| pledge.needs);
        let span = |i: usize| {
            let entry = &root.entries("parties")[i];
            let pledge = entry.node.as_table().and_then(|table| table.get("pledge"));
            let node = pledge.and_then(|pledge| pledge.as_table()?.get("needs"));
            node.map_or(entry.span, |node| node.span)
        };
        for i in 0..parties.len() {
            let Some(needed) = needs(i).filter(|needed| *needed < parties.len()) else { continue };
            let path = format!("parties.{}.pledge.needs", parties[i].id);
            if parties[needed].pledge.is_none() {
                let message = format!("`{}` makes no pledge to lean on", parties[needed].id);
                self.push(
                    Diagnostic::new(codes::NO_SUCH_PLEDGE, span(i), message)
                        .help(format!("give `{}` a `pledge`, or drop `needs`", parties[needed].id))
                        .path(path),
                );
                continue;
            }
            let mut ring = vec![i];
            let mut at = needed;
            while !ring.contains(&at) {
                ring.push(at);
                match needs(at).filter(|next| *next < parties.len()) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            // Each ring is reported once, at its first party.
            if needs(at).is_some() && at == i && ring.iter().all(|member| *member >= i) {
                let names: Vec<&str> =
                    ring.iter().chain([&i]).map(|member| parties[*member].id.as_str()).collect();
                let mut found = Diagnostic::new(
                    codes::CYCLE,
                    span(i),
                    format!("these pledges lean on one another in a ring: {}", names.join(" → ")),
                )
                .label("none of them could ever be made")
                .help("drop one of the `needs`")
                .path(path);
                for member in &ring[1..] {
                    found = found.also(span(*member), "");
                }
                self.push(found);
            }
        }
    }
}

/// Has every party a role? Where one was refused, nothing more is said about who is what.
pub(super) fn roles_are_known(root: &Fields<'_>) -> bool {
    root.entries("parties").iter().all(|entry| {
        let word = entry.node.as_table().and_then(|table| table.get("role")?.as_text());
        Role::ALL.iter().any(|role| Some(role.word()) == word)
    })
}

/// A party is named where another one is meant.
pub(super) fn itself(span: Span, message: &str, path: &str) -> Diagnostic {
    Diagnostic::new(codes::ITSELF, span, message).help("name another party").path(path)
}
