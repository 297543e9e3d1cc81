//! How parties bargain by alternating offers.

use super::{Fields, Resolver};
use crate::model::{
    Acceptance, Bargainer, Input, InputId, Learning, PEOPLE, PEOPLE_ERROR, Provenance, Tactic,
};
use crate::prior::{Choice, Prior};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{ACCEPTANCE, HYBRID, MODEL_OF_OTHERS, ONE_TACTIC, TACTIC, Table};
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::tree::{Node, Value};

impl Resolver<'_> {
    /// A party's way of bargaining.
    pub(super) fn bargainer(&mut self, fields: &Fields<'_>) -> Bargainer {
        let (tactics, choice) = self.tactics(fields);
        Bargainer {
            tactics,
            choice,
            acceptance: self.acceptance(fields),
            learning: self.learning(fields),
            discount: self.number(fields, "discount"),
            error: self.error(fields),
        }
    }

    /// The scale of its errors: that of people where it plays like people and says nothing else.
    fn error(&mut self, fields: &Fields<'_>) -> Option<InputId> {
        let like_people = fields.text("tactic") == Some("people");
        if like_people {
            return Some(self.number_or(fields, "error", PEOPLE_ERROR));
        }
        fields.has("error").then(|| self.number(fields, "error"))
    }

    fn tactics(&mut self, fields: &Fields<'_>) -> (Vec<Tactic>, Option<InputId>) {
        let Some(node) = fields.node("tactic") else { return (vec![Tactic::Patience], None) };
        let path = fields.path_of("tactic");
        if node.as_text() == Some("people") {
            let (tactics, weights): (Vec<_>, Vec<_>) = PEOPLE.into_iter().unzip();
            let choice = self.chosen(node.span, path, &weights);
            return (tactics, Some(choice));
        }
        let list = node.as_table().and_then(|table| table.get("choice")?.as_list());
        let Some(list) = list.filter(|list| !list.is_empty()) else {
            return (vec![self.tactic(node, path, &TACTIC, fields)], None);
        };
        let inside = join(&path, "choice");
        let mut tactics = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            let here = join(&inside, &index.to_string());
            tactics.push(self.tactic(item, here, &ONE_TACTIC, fields));
        }
        let choice = self.choice_of(node, path, tactics.len());
        (tactics, choice)
    }

    /// The input that chooses among so many tactics.
    fn choice_of(&mut self, node: &Node, path: String, count: usize) -> Option<InputId> {
        let stated = node.as_table().and_then(|table| table.get("weights"));
        let weights = match stated.and_then(Node::as_list) {
            None => vec![1.0; count],
            Some(list) => list.iter().filter_map(Node::as_number).collect(),
        };
        let span = stated.map_or(node.span, |weights| weights.span);
        let wrong = if weights.len() == count {
            let sum: f64 = weights.iter().sum();
            let usable = weights.iter().all(|weight| *weight >= 0.0) && sum > 0.0;
            (!usable || !sum.is_finite())
                .then(|| format!("the weights of `{path}` must be 0 or more, and not all 0"))
        } else {
            Some(format!("`{path}` has {count} tactics but {} weights", weights.len()))
        };
        if let Some(message) = wrong {
            self.push(
                Diagnostic::new(codes::BAD_PRIOR, span, message)
                    .help("give each tactic a weight, or leave the weights out")
                    .path(path),
            );
            return None;
        }
        Some(self.chosen(node.span, path, &weights))
    }

    /// The input that is the number of a tactic, with these weights.
    fn chosen(&mut self, span: Span, path: String, weights: &[f64]) -> InputId {
        let numbers: Vec<f64> = (0..weights.len()).map(|number| number as f64).collect();
        let certain = weights.iter().position(|weight| *weight > 0.0).unwrap_or(0);
        let prior =
            Choice::new(&numbers, weights).map_or(Prior::Constant(certain as f64), Prior::Choice);
        self.spans.push(span);
        self.inputs.push(Input::new(
            path,
            prior,
            Provenance { stated: true, ..Default::default() },
        ));
        InputId::new(self.inputs.len() - 1)
    }

    fn tactic(
        &mut self,
        node: &Node,
        path: String,
        keys: &'static Table,
        party: &Fields<'_>,
    ) -> Tactic {
        if let Value::Text(word) = &node.value {
            let preset = match word.as_str() {
                "linear" => Tactic::LINEAR,
                "conceder" => Tactic::CONCEDER,
                "tit-for-tat" => return Tactic::TitForTat { window: None },
                "micro" => return Tactic::Micro,
                "hard-liner" => return Tactic::HardLiner,
                "random" => return Tactic::Random,
                "even" => return Tactic::Even,
                _ => Tactic::BOULWARE,
            };
            return Tactic::Preset { exponent: preset };
        }
        let fields = Fields::at(node, keys, path, party.span);
        if fields.has("exponential") {
            Tactic::Exponential { exponent: self.number(&fields, "exponential") }
        } else if fields.has("tit-for-tat") {
            Tactic::TitForTat { window: Some(self.number(&fields, "tit-for-tat")) }
        } else if fields.has("hybrid") {
            let hybrid = fields.sub("hybrid", &HYBRID);
            Tactic::Hybrid {
                weight: self.number(&hybrid, "weight"),
                exponent: self.number(&hybrid, "polynomial"),
                window: self.number(&hybrid, "window"),
            }
        } else {
            Tactic::Polynomial { exponent: self.number(&fields, "polynomial") }
        }
    }

    fn acceptance(&mut self, fields: &Fields<'_>) -> Acceptance {
        match fields.text("acceptance") {
            Some("next") => return Acceptance::Next,
            Some(_) => return Acceptance::Threshold,
            None => {}
        }
        let rule = fields.sub("acceptance", &ACCEPTANCE);
        if rule.has("expects") && !rule.has("combined") {
            self.push(
                Diagnostic::new(
                    codes::OTHER_PROTOCOL,
                    rule.key_span("expects"),
                    "`expects` goes with `combined`",
                )
                .label("it means nothing with this rule of acceptance")
                .help("drop it, or write acceptance = { combined = 0.99, expects = \"best\" }")
                .path(rule.path_of("expects")),
            );
        }
        if rule.has("constant") {
            Acceptance::Constant { value: self.number(&rule, "constant") }
        } else if rule.has("time") {
            Acceptance::Time { from: self.number(&rule, "time") }
        } else if rule.has("combined") {
            let mean = rule.text("expects") == Some("mean");
            Acceptance::Combined { from: self.number(&rule, "combined"), mean }
        } else {
            Acceptance::Threshold
        }
    }

    fn learning(&mut self, fields: &Fields<'_>) -> Learning {
        let table = fields.sub("opponent_model", &MODEL_OF_OTHERS);
        if table.has("frequency") {
            return Learning::Frequency { band: Some(self.number(&table, "frequency")) };
        }
        match fields.text("opponent_model") {
            Some("frequency") => Learning::Frequency { band: None },
            _ => Learning::None,
        }
    }
}
