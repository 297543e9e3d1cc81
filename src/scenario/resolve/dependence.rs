//! Which inputs hang together.

use super::{Fields, Resolver, shown};
use crate::model::{CommonFactor, Dependence, Impossible, InputId, RankCorrelation, path};
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{CORRELATION, FACTOR};
use crate::scenario::shape::{join, join_name};
use crate::scenario::source::Span;
use crate::scenario::suggest;
use crate::scenario::tree::Node;

/// Squares of loadings that add up to no more than this above 1 do so by rounding.
const ROUNDING: f64 = 1e-9;

impl Resolver<'_> {
    /// Reads factors and correlations, after every input has been read.
    pub(super) fn dependence(&mut self, root: &Fields<'_>) -> Option<Dependence> {
        let before = self.found.len();
        let factors = self.factors(root);
        let correlations = self.correlations(root);
        if factors.is_empty() && correlations.is_empty() || self.found.len() > before {
            return None;
        }
        let name = |id: InputId| path::first(&self.inputs[id.index()].path).into_owned();
        match Dependence::new(factors, correlations.clone(), name) {
            Ok(dependence) => Some(dependence),
            Err(impossible) => {
                self.impossible(root, &correlations, &impossible);
                None
            }
        }
    }

    fn factors(&mut self, root: &Fields<'_>) -> Vec<CommonFactor> {
        let mut factors = Vec::new();
        let mut names: Vec<(&str, Span)> = Vec::new();
        let mut squares: Vec<(InputId, f64)> = Vec::new();
        for node in root.list("factors") {
            let name = node.as_table().and_then(|table| table.get("name")?.as_text());
            let name = name.unwrap_or("?");
            let fields = Fields::at(node, &FACTOR, join("factors", name), node.span);
            self.unique(name, "factor", &mut names, &fields, "name");
            let loadings = self.loadings(&fields, &mut squares);
            let title = fields.text("title").unwrap_or(name).to_owned();
            factors.push(CommonFactor::new(name.to_owned(), title, loadings));
        }
        factors
    }

    /// The loadings of a factor; `squares` are those of all loadings so far.
    fn loadings(
        &mut self,
        fields: &Fields<'_>,
        squares: &mut Vec<(InputId, f64)>,
    ) -> Vec<(InputId, f64)> {
        let mut loadings: Vec<(InputId, f64)> = Vec::new();
        for entry in fields.entries("loadings") {
            let here = join_name(&fields.path_of("loadings"), &entry.name);
            let Some(input) = self.ranked(&entry.name, entry.span, &here) else { continue };
            let Some(loading) = entry.node.as_number() else { continue };
            if loadings.iter().any(|(known, _)| *known == input) {
                let message = format!("`{}` is named twice", self.inputs[input.index()].path);
                let found = Diagnostic::new(codes::NAMED_TWICE, entry.span, message);
                self.push(found.help("one loading for each input").path(here));
                continue;
            }
            loadings.push((input, loading));
            squares.push((input, loading * loading));
            let own = squares.iter().filter(|(known, _)| *known == input);
            let sum: f64 = own.map(|(_, square)| square).sum();
            if sum > 1.0 + ROUNDING && loading.abs() <= 1.0 {
                self.overloaded(input, sum, entry.span, here);
            }
        }
        loadings
    }

    fn overloaded(&mut self, input: InputId, sum: f64, span: Span, here: String) {
        let path = &self.inputs[input.index()].path;
        let found = Diagnostic::new(
            codes::OVERLOADED,
            span,
            format!("the squares of all loadings of `{path}` add up to {}", shown(sum)),
        )
        .label("with this one more than all of its spread is explained")
        .help(format!(
            "factors are independent of one another: multiply its loadings by {}, say",
            shown((1.0 / sum.sqrt() * 1000.0).floor() / 1000.0)
        ))
        .path(here);
        self.push(found);
    }

    fn correlations(&mut self, root: &Fields<'_>) -> Vec<RankCorrelation> {
        let mut correlations: Vec<RankCorrelation> = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        for (index, node) in root.list("correlations").iter().enumerate() {
            let here = join("correlations", &index.to_string());
            let fields = Fields::at(node, &CORRELATION, here, node.span);
            let Some(between) = self.pair_of_inputs(&fields) else { continue };
            let (span, path) = (fields.span_of("between"), fields.path_of("between"));
            let [one, other] = between;
            let again =
                |pair: &RankCorrelation| pair.between == between || pair.between == [other, one];
            if let Some(first) = correlations.iter().position(again) {
                let [a, b] = between.map(|id| self.inputs[id.index()].path.as_str());
                let message = format!("the correlation of `{a}` and `{b}` is given twice");
                let found = Diagnostic::new(codes::NAMED_TWICE, span, message)
                    .label("the second")
                    .also(spans[first], "the first")
                    .help("correlation is mutual: one entry a pair, in either order")
                    .path(path);
                self.push(found);
                continue;
            }
            let Some(spearman) = fields.node("spearman").and_then(Node::as_number) else {
                continue;
            };
            correlations.push(RankCorrelation { between, spearman });
            spans.push(span);
        }
        correlations
    }

    fn pair_of_inputs(&mut self, fields: &Fields<'_>) -> Option<[InputId; 2]> {
        let path = fields.path_of("between");
        let mut inputs = Vec::new();
        for node in fields.list("between") {
            let Some(text) = node.as_text() else { continue };
            let Some(input) = self.ranked(text, node.span, &path) else { continue };
            if let Prior::Choice(_) = self.inputs[input.index()].prior {
                let found = Diagnostic::new(
                    codes::NOT_RANKED,
                    node.span,
                    format!("`{text}` is one of a few values"),
                )
                .label("worlds with the same value have no ranks among them")
                .help(
                    "let it load on a factor with the other: [[factors]] takes numbers of any form",
                )
                .path(path.as_str());
                self.push(found);
                continue;
            }
            inputs.push(input);
        }
        let &[one, other] = inputs.as_slice() else { return None };
        if one == other {
            let message = "a number hangs together with itself";
            let found = Diagnostic::new(codes::ITSELF, fields.span_of("between"), message);
            self.push(found.label("the same number twice").path(path));
            return None;
        }
        Some([one, other])
    }

    /// The input of a path, where its values have an order.
    fn ranked(&mut self, text: &str, span: Span, here: &str) -> Option<InputId> {
        let wanted = path::current(text);
        let Some(index) = self.inputs.iter().position(|input| input.path == wanted) else {
            let found =
                Diagnostic::new(codes::UNKNOWN_INPUT, span, format!("there is no input `{text}`"))
                    .label("unknown input")
                    .help(self.inputs_like(&wanted))
                    .path(here);
            self.push(found);
            return None;
        };
        if let ["parties", _, "tactic"] =
            path::names(&wanted).iter().map(AsRef::as_ref).collect::<Vec<_>>()[..]
        {
            let found = Diagnostic::new(
                codes::NOT_RANKED,
                span,
                format!("`{text}` is the number of a tactic"),
            )
            .label("tactics have no order: none is more than another")
            .path(here);
            self.push(found);
            return None;
        }
        Some(InputId::new(index))
    }

    /// The path that was probably meant, or those that begin like it.
    fn inputs_like(&self, wanted: &str) -> String {
        let paths: Vec<&str> = self.inputs.iter().map(|input| input.path.as_str()).collect();
        let begins = |path: &str| {
            let pairs = path::cut(path, '.').into_iter().zip(path::cut(wanted, '.'));
            pairs.take_while(|(own, other)| own == other).count()
        };
        let most = paths.iter().map(|path| begins(path)).max().unwrap_or(0);
        let alike: Vec<&str> = paths.iter().copied().filter(|path| begins(path) == most).collect();
        match suggest::nearest(wanted, paths) {
            Some(near) => format!("did you mean `{near}`?"),
            None => suggest::help(wanted, &alike, "inputs"),
        }
    }

    fn impossible(
        &mut self,
        root: &Fields<'_>,
        stated: &[RankCorrelation],
        impossible: &Impossible,
    ) {
        let first = root.list("correlations").first();
        let span = first.map_or(root.span, |node| {
            node.as_table().and_then(|table| table.get("between")).map_or(node.span, |n| n.span)
        });
        let lines = impossible.nearest.iter().map(|pair| {
            let [a, b] = pair.between.map(|id| self.inputs[id.index()].path.as_str());
            let known = stated.iter().find(|known| known.between == pair.between);
            let was = known.map_or("not stated".to_owned(), |known| {
                format!("{} in the file", shown(known.spearman))
            });
            format!("\n{} between `{a}` and `{b}` ({was})", shown(pair.spearman))
        });
        let lines: String = lines.collect();
        let found = Diagnostic::new(
            codes::IMPOSSIBLE_CORRELATIONS,
            span,
            "no numbers can be correlated like this",
        )
        .label("this and what else is stated cannot all be")
        .help(format!("the nearest that is possible:{lines}"))
        .path("correlations");
        self.push(found);
    }
}
