//! A run's results for a terminal of 80 columns: the answer first, then why, then what it hangs on.

use std::fmt::Write as _;

use super::anchor::in_words;
use super::causes::families;
use super::dependence;
use super::process::{self, link_name, words};
use super::uncoded::uncoded;
use super::words::{near_ends, worlds};
use super::{interims, offers};
use crate::engine::Lure;
use crate::model::{Issue, Question, Role, Scenario};
use crate::montecarlo::{
    Answer, Estimate, InputShare, REPLAYED, Signing, StopReason, Structural, Summary, Verdict,
    level_of_each,
};
use crate::text::date;
use crate::text::likelihood;
use crate::text::number::{change, percent, percent_range, points, position, short, thousands};
use crate::text::{Padded, fitted};
use crate::text::{WIDTH, hang, wrap};

/// Columns for the question's text.
const TEXT: usize = 24;
/// Columns for a bar of the chain.
const BAR: usize = 24;
/// Causes, parts of a cause and inputs that are told.
const MOST: usize = 5;

/// The results as text; `options` is what the command line changed in the file, as written there.
pub fn summary(scenario: &Scenario, summary: &Summary, file: &str, options: &str) -> String {
    let mut out = String::new();
    head(&mut out, scenario, summary);
    if !options.is_empty() {
        hang(&mut out, "", 0, &format!("changed by {options}"));
    }
    questions(&mut out, scenario, summary);
    chain(&mut out, scenario, summary);
    deals_on_the_way(&mut out, scenario, summary);
    why_not(&mut out, scenario, summary);
    if_signed(&mut out, scenario, summary);
    offers::deals(&mut out, summary);
    parties(&mut out, scenario, summary);
    what_matters(&mut out, scenario, summary);
    assertions(&mut out, summary);
    foot(&mut out, summary, format!("{file} {options}").trim_end());
    out
}

/// `22% ± 1`, the odds with the half width of their interval.
fn odds(estimate: &Estimate) -> String {
    let half = (estimate.high - estimate.low) / 2.0;
    format!("{} ± {}", percent(estimate.value), points(half))
}

fn head(out: &mut String, scenario: &Scenario, summary: &Summary) {
    for line in wrap(&scenario.title, WIDTH) {
        let _ = writeln!(out, "{line}");
    }
    let trials = format!(
        "seed {} · {} worlds × {} histories",
        summary.seed.0,
        thousands(summary.worlds),
        thousands(summary.histories),
    );
    hang(out, "", 0, &format!("{} · {trials}", process::facts(scenario)));
}

fn questions(out: &mut String, scenario: &Scenario, summary: &Summary) {
    if summary.questions.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n{:<w$} {:>6} {:>3}  {:>9} {:>7} {:>6}  in words",
        "What are the odds?",
        "odds",
        "±",
        "worlds",
        "outside",
        "pooled",
        w = TEXT + 2
    );
    for answer in &summary.questions {
        question(out, scenario, answer);
    }
    let mut text = "odds: share of all trials, ± the 95% simulation error. worlds: eight in ten of the worlds \
                    the file allows lie in this range. outside: how often the like happens."
        .to_owned();
    text += near_ends(summary.questions.iter().map(|answer| &answer.estimate));
    if summary.questions.iter().any(|answer| answer.pooled.is_some()) {
        text += " pooled: both views with equal weight.";
        if scenario.was_judged_by_base_rates() {
            text += TWICE;
        }
    }
    hang(out, "", 2, &text);
}

/// What pooling does with constants that were judged by base rates.
pub(crate) const TWICE: &str = " The model’s constants were themselves judged by base rates of the like, so \
                                that pooled uses these twice: it leans to them by more than half.";

fn question(out: &mut String, scenario: &Scenario, answer: &Answer) {
    let asked = &scenario.questions[answer.question];
    let estimate = &answer.estimate;
    let lines = wrap(&with_date(asked), TEXT);
    let rate = asked.base_rate.map_or("–".to_owned(), percent);
    let pooled = answer.pooled.map_or("–".to_owned(), percent);
    let _ = writeln!(
        out,
        "  {:<TEXT$} {:>6} {:>3}  {:>9} {:>7} {:>6}  {}",
        Padded(&lines[0]),
        percent(estimate.value),
        points((estimate.high - estimate.low) / 2.0),
        worlds(estimate),
        rate,
        pooled,
        likelihood(estimate.value),
    );
    for line in &lines[1..] {
        let _ = writeln!(out, "  {line}");
    }
}

/// The question with its date, unless its text names the year already.
pub(crate) fn with_date(asked: &Question) -> String {
    match asked.by {
        Some(by) if !asked.text.contains(&by.year().to_string()) => {
            format!("{} by {}", asked.text, date(by))
        }
        _ => asked.text.clone(),
    }
}

fn chain(out: &mut String, scenario: &Scenario, summary: &Summary) {
    let _ = writeln!(out, "\n{}", words(scenario).course);
    for step in &summary.chain {
        let Some(name) = link_name(scenario, step.link) else { continue };
        let value = step.estimate.value;
        let filled = (value * BAR as f64).round() as usize;
        let bar = "█".repeat(filled) + &"·".repeat(BAR - filled);
        let given = step
            .given
            .map_or(String::new(), |given| format!("  {} of those before", percent(given.value)));
        let _ = writeln!(out, "  {:<16} {:>12}  {bar}{given}", name, odds(&step.estimate));
    }
    let zopa = &summary.zopa_worlds;
    let text = format!(
        "Some package suits every signatory in {} of worlds{}: a zone of possible agreement.",
        percent(zopa.value),
        words(scenario).ground_without
    );
    hang(out, "", 2, &text);
}

/// What becomes of the interim deals.
fn deals_on_the_way(out: &mut String, scenario: &Scenario, summary: &Summary) {
    for odds in &summary.interims {
        let title = &scenario.interims[odds.interim].title;
        let _ = writeln!(out, "\n{}", Padded(fitted(&format!("On the way: {title}"), WIDTH)));
        for (fate, estimate) in &odds.fates {
            let value = estimate.value;
            let filled = (value * BAR as f64).round() as usize;
            let bar = "█".repeat(filled) + &"·".repeat(BAR - filled);
            let _ = writeln!(
                out,
                "  {:<16} {:>12}  {bar}",
                interims::heading(*fate),
                self::odds(estimate)
            );
        }
    }
}

fn why_not(out: &mut String, scenario: &Scenario, summary: &Summary) {
    if summary.endings.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nWhy not (share of all trials)");
    for family in families(scenario, &summary.endings).iter().take(MOST + 1) {
        let mut text = family.title.to_owned();
        let told = family.parts.iter().filter(|(_, share)| *share >= 0.005).take(MOST);
        let parts: Vec<String> =
            told.map(|(words, share)| format!("{words} {}", percent(*share))).collect();
        if !parts.is_empty() {
            text += ": ";
            text += &parts.join(", ");
            if parts.len() < family.parts.len() {
                text += ", …";
            }
        }
        hang(out, &format!("{:>8}  ", percent(family.share)), 10, &text);
    }
}

fn if_signed(out: &mut String, scenario: &Scenario, summary: &Summary) {
    let agreed = words(scenario).agreed;
    let _ =
        writeln!(out, "\nIf {agreed}, on what terms (middle, and half of all packages between)");
    if summary.terms.is_empty() {
        let _ = writeln!(out, "  No trial ended in a signature.");
        return;
    }
    for terms in &summary.terms {
        let issue = &scenario.issues[terms.issue];
        if issue.has_options() {
            hang(out, &format!("  {:<14} ", issue.id), 17, &chosen(issue, &terms.options));
            continue;
        }
        let width = issue.scale.width();
        let [_, low, middle, high, _] = terms.quantiles;
        let text = format!(
            "{:>3} ({}–{})  {}",
            position(middle, width),
            position(low, width),
            position(high, width),
            in_words(issue, middle)
        );
        hang(out, &format!("  {:<14} ", issue.id), 17, &text);
    }
}

/// The options of signed packages, most often taken first.
fn chosen(issue: &Issue, shares: &[f64]) -> String {
    let mut taken: Vec<(f64, &str)> = shares
        .iter()
        .zip(&issue.options)
        .filter(|(share, _)| **share > 0.0)
        .map(|(share, option)| (*share, option.as_str()))
        .collect();
    taken.sort_by(|a, b| b.0.total_cmp(&a.0));
    let told =
        taken.iter().take(MOST).map(|(share, option)| format!("{option} {}", percent(*share)));
    let more = taken.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("{more} more"));
    told.chain(more).collect::<Vec<_>>().join(", ")
}

fn parties(out: &mut String, scenario: &Scenario, summary: &Summary) {
    let told = summary.parties.iter().filter_map(|value| {
        let party = &scenario.parties[value.party];
        (party.role == Role::Principal).then_some((party.title.as_str(), value))
    });
    let words = words(scenario);
    let title = "What the signatories sign (0 to 1)";
    let more = if words.deals_break { "  to last  by luck" } else { "" };
    let _ = writeln!(out, "\n{title:<36} {:>5} {:>12}{more}", "terms", "alternative");
    for (title, value) in told.clone() {
        let name = Padded(fitted(title, 34));
        let _ = match &value.signing {
            Some(signing) if !words.deals_break => {
                writeln!(out, "  {name:<34} {:>5.2} {:>12.2}", signing.terms, signing.alternative)
            }
            Some(signing) => writeln!(
                out,
                "  {name:<34} {:>5.2} {:>12.2}  {:>7}  {:>7}",
                signing.terms,
                signing.alternative,
                percent(signing.survival),
                percent(signing.by_leaning)
            ),
            None => {
                let without = value.without_deal.unwrap_or(value.mean);
                writeln!(out, "  {name:<34} {:>5} {without:>12.2}", "–")
            }
        };
    }
    for (title, value) in told {
        let Some(signing) = value.signing.as_ref().filter(|_| words.deals_break) else { continue };
        hang(out, "", 2, &made_of(title, signing));
        if let Some(text) = below(title, signing) {
            hang(out, "", 4, &text);
        }
    }
    hang(out, "", 2, words.signing);
}

/// Shares of its signatures from which on it is told that a party signs below its alternative.
const BELOW: f64 = 0.1;

/// Does a party sign below its alternative often enough for it to be told?
pub(crate) fn signs_below(signing: &Signing) -> bool {
    signing.below() >= BELOW
}

/// Does a party rather expect that what it signs will not last?
pub(crate) fn doubts(signing: &Signing) -> bool {
    signing.survival < 0.5
}

/// What the worth of its name is made of, part by part: none is told that is nothing.
fn made_of(title: &str, signing: &Signing) -> String {
    let parts: Vec<String> = margin_parts(signing)
        .into_iter()
        .filter(|(_, part, _)| part.abs() >= 0.0005)
        .map(|(words, part, _)| format!("{words} {}", change(part, 3)))
        .collect();
    format!("{title}’s yes is made of: {}.", parts.join(", "))
}

/// The parts of what made a party sign: in words, in value, and the name in JSON.
pub(crate) fn margin_parts(signing: &Signing) -> [(&'static str, f64, &'static str); 5] {
    let margin = &signing.margin;
    [
        ("terms, as far as they are thought to last", margin.terms, "terms"),
        ("payments", margin.paid, "paid"),
        ("terms it will not carry out", margin.dead_letter, "dead_letter"),
        ("votes at home", margin.votes, "votes"),
        ("readiness and mood", margin.leaning, "leaning"),
    ]
}

/// That a party signs terms below its alternative, and why; `None` where it seldom does.
fn below(title: &str, signing: &Signing) -> Option<String> {
    signs_below(signing).then(|| {
        let why = lure_words(signing.lure());
        let doubts = if doubts(signing) {
            let survival = percent(signing.survival);
            format!("; it thinks them to last with {survival}, so that they cost it the less")
        } else {
            String::new()
        };
        format!(
            "In {} of them {title} signs terms below its alternative, mostly because {why}{doubts}.",
            percent(signing.below()),
        )
    })
}

/// What makes a party sign terms below its alternative, after “because”.
pub(crate) fn lure_words(lure: Lure) -> &'static str {
    match lure {
        Lure::Payment => "it is paid for them",
        Lure::DeadLetter => "terms it does not mean to carry out still bring it a truce",
        Lure::Leaning => "its readiness and mood lean to it",
    }
}

fn what_matters(out: &mut String, scenario: &Scenario, summary: &Summary) {
    let told: Vec<_> =
        summary.inputs.iter().filter(|input| input.variance_share >= 0.01).take(MOST).collect();
    if !told.is_empty() {
        let _ = writeln!(
            out,
            "\nWhat the spread between worlds hangs on (share of its variance, for “signed”)"
        );
        for input in told {
            let path = &scenario.inputs[input.input.index()].path;
            let way =
                if input.direction > 0.0 { "higher, more likely" } else { "higher, less likely" };
            let _ = writeln!(
                out,
                "  {:>6}  {:<49.49} {way}",
                percent(input.variance_share),
                Padded(path)
            );
        }
    }
    let drawn: Vec<_> = uncoded(scenario, summary).collect();
    if !drawn.is_empty() {
        let all = percent(drawn.iter().map(|(_, share)| share.variance_share).sum());
        let path = |share: &InputShare| scenario.inputs[share.input.index()].path.as_str();
        let told = drawn.iter().filter(|(_, share)| share.variance_share >= 0.01).take(MOST);
        let told: Vec<String> = told
            .map(|(_, share)| format!("{} {}", path(share), percent(share.variance_share)))
            .collect();
        let told = if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) };
        let count = drawn.len();
        hang(
            out,
            "",
            2,
            &format!(
                "Numbers nobody coded, {count} defaults of the model that are drawn, explain {all}{told}."
            ),
        );
    }
    let together = summary.inputs.iter().any(|one| one.clear && scenario.hangs_together(one.input));
    if together {
        hang(out, "", 2, dependence::SHARES);
    }
    if let Some(text) = inert_words(summary.inputs.iter().filter(|one| one.inert), |one| {
        &scenario.inputs[one.input.index()].path
    }) {
        hang(out, "", 2, &text);
    }
    for structural in &summary.structural {
        let (words, set) = structural_words(scenario, structural);
        let says = format!("If {words} ({set})");
        let _ = writeln!(out, "  {says:<48} signed {}", odds(&structural.signed));
    }
}

/// A choice of the model that no evidence settles: in words that go on from “if”, and as it is set.
pub(crate) fn structural_words(
    scenario: &Scenario,
    structural: &Structural,
) -> (&'static str, &'static str) {
    match (structural.input == scenario.constants.loss, structural.value <= 1.0) {
        (true, true) => ("losses grow in step with distance", "linear"),
        (true, false) => ("losses grow with its square", "quadratic"),
        (false, _) if structural.value <= 0.0 => ("stated limits are worth nothing", "weight 0"),
        (false, _) => ("stated limits are all that counts", "weight 1"),
    }
}

/// Inputs that are told by name as inert.
const INERT: usize = 4;

/// Which inputs change nothing, and how that is known; `None` where there are none.
pub(crate) fn inert_words<'a, T>(
    inert: impl Iterator<Item = T>,
    path: impl Fn(T) -> &'a str,
) -> Option<String> {
    let paths: Vec<&str> = inert.map(path).collect();
    let named = match paths.as_slice() {
        [] => return None,
        paths if paths.len() <= INERT => paths.join(", "),
        paths => format!("{} and {} more", paths[..INERT].join(", "), paths.len() - INERT),
    };
    Some(format!(
        "Inert, moved to either end of the range they change no bit of {REPLAYED} histories and more: {named}."
    ))
}

fn assertions(out: &mut String, summary: &Summary) {
    let claims = summary.verdicts.len();
    let level = format!("{}%", short(100.0 * level_of_each(claims)));
    for (assertion, verdict, (low, high)) in &summary.verdicts {
        let verdict = match verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Open => "is still open: more worlds are needed",
        };
        let text = format!(
            "The assertion “{}” {verdict} ({level} confidence sequence {}).",
            assertion.text,
            percent_range(*low, *high)
        );
        out.push('\n');
        hang(out, "", 0, &text);
    }
    if claims > 1 {
        let text = format!(
            "With {claims} assertions each is held to {level} (Bonferroni), so that all of them together are \
             right with 95%."
        );
        hang(out, "", 0, &text);
    }
}

fn foot(out: &mut String, summary: &Summary, file: &str) {
    let stopped = match summary.stopped {
        StopReason::AllWorlds | StopReason::AssertionsSettled | StopReason::AssertionsOpen => "",
        StopReason::PrecisionReached => {
            "The run stopped when it had reached the precision asked for. "
        }
        StopReason::PrecisionMissed => {
            "All worlds were played without reaching the precision asked for. "
        }
        StopReason::Interrupted => {
            "The run was stopped early: these figures rest on the worlds played. "
        }
    };
    let caveat = format!(
        "{stopped}The odds follow from the assumptions in the file; they are not a forecast, and zopa \
         is uncalibrated: on cases whose end is known it has not beaten base rates."
    );
    out.push('\n');
    hang(out, "", 0, &caveat);
    if let Some(trial) = summary.signed_trial {
        let _ = writeln!(out, "One story with a deal: zopa explain {file} --trial {trial}");
    } else {
        let _ = writeln!(out, "One story: zopa explain {file} --trial 0");
    }
}
