//! How a request is answered, step by step.

use super::answer::Answer;
use super::desk::Desk;
use super::living::living;
use super::request::{Made, Request, Verb, Wanted};
use super::setting::Setting;
use super::verbs;
use crate::briefing::{Beside, Briefing, MAP_WORLDS, Origin};
use crate::document::{Length, Part};
use crate::montecarlo::{Plan, Summary, compare, run_with};
use crate::present::living::{all_played, changed, fully_played, mapping_on, playing_on};
use crate::present::report::tell;
use crate::render::html::{self, fragment, pieces};
use crate::results::compare::{Compared, Side};
use crate::results::{Envelope, run::Run};
use crate::scenario::edited;

/// Why a page that plays its report is not told more.
const NOT_HERE: &str = "this engine plays its report, and tells nothing else";
/// After so many worlds the odds are told, as far as there are twice as many to come.
const TOLD_AFTER: [u64; 3] = [200, 800, 3200];
/// After so many worlds the whole page is told for the first time, …
const FIRST_PAGE: u64 = 800;
/// … with a bargaining map of so many, which take as long as the rest of it.
const FIRST_MAP: u64 = 10;
/// All worlds are played long before the map has all of its own, so that the page is told before, with so many.
const SECOND_MAP: u64 = 50;

/// A request on its way to be answered: an iterator over its answers, as JSON.
#[derive(Debug)]
pub struct Playing<'a> {
    work: Work,
    setting: Setting<'a>,
    /// What was played for the last page.
    summary: Option<Summary>,
}

/// What is left to be answered.
#[derive(Debug)]
enum Work {
    Play(Box<Asked>, std::vec::IntoIter<Step>),
    /// One answer, and then none.
    Say(Option<Box<Answer>>),
}

/// A request that can be played.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) plan: Plan,
    pub(super) base: Made,
    pub(super) changed: Made,
}

/// What is played for one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Run,
    Odds(u64),
    /// The pieces of a page, with a map of so many worlds at most.
    Pieces(u64, u64),
    Scenario,
    /// What a verb tells of so many worlds.
    Told(Verb, u64),
    Page,
}

impl Playing<'_> {
    /// Reads a request, in JSON, to be answered on one thread. What is wrong with it is its one answer.
    pub fn begin(request: &str) -> Self {
        Self::with(request, Setting::default())
    }
}

impl<'a> Playing<'a> {
    /// The same in another setting.
    pub fn with(request: &str, setting: Setting<'a>) -> Self {
        let work = Work::of(request, setting.threads)
            .unwrap_or_else(|text| Work::Say(Some(Box::new(Answer::Refused { text }))));
        Self { work, setting, summary: None }
    }
}

impl Work {
    fn of(request: &str, threads: usize) -> Result<Self, String> {
        let malformed = |error: serde_json::Error| format!("this is no request: {error}");
        let read: serde_json::Value = serde_json::from_str(request).map_err(malformed)?;
        let wanted = read.get("wanted").and_then(serde_json::Value::as_str).unwrap_or_default();
        if cfg!(feature = "workbench") && Desk::WANTED.contains(&wanted) {
            let desk: Desk = serde_json::from_value(read).map_err(malformed)?;
            return Ok(Self::Say(Some(Box::new(desk.answer()))));
        }
        let request: Request = serde_json::from_value(read).map_err(malformed)?;
        let (plan, base, changed) = (request.plan(threads)?, request.base()?, request.changed()?);
        let steps = steps(&request, plan.worlds)?;
        let asked = Asked { request, plan, base, changed };
        Ok(Self::Play(Box::new(asked), steps.into_iter()))
    }
}

impl Iterator for Playing<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let answer = match &mut self.work {
            Work::Say(answer) => *answer.take()?,
            Work::Play(asked, steps) => {
                let step = steps.next()?;
                let answer = asked.answer(step, &self.setting, &mut self.summary);
                // What was stopped on the way rests on less than it would say.
                if self.setting.is_stopped() {
                    return None;
                }
                answer.unwrap_or_else(|text| Answer::Refused { text })
            }
        };
        // Structs with names for keys always make JSON.
        serde_json::to_string(&answer).ok()
    }
}

/// What is told on the way to so many worlds.
fn steps(request: &Request, worlds: u64) -> Result<Vec<Step>, String> {
    Ok(match (request.wanted, request.verb) {
        (Wanted::Run, _) => vec![Step::Run],
        (Wanted::Report, _) => report(worlds),
        (Wanted::Scenario, _) => vec![Step::Scenario],
        (Wanted::Odds, _) => counts(worlds).map(Step::Odds).collect(),
        (Wanted::Told, Some(Verb::Run)) => {
            counts(worlds).map(|worlds| Step::Told(Verb::Run, worlds)).collect()
        }
        (Wanted::Told, Some(verb)) => vec![Step::Told(verb, worlds)],
        (Wanted::Told, None) => return Err("which verb is to tell?".to_owned()),
        (Wanted::Page, _) => vec![Step::Page],
    })
}

/// After so many worlds of so many odds are told, each of the same sequence: soon and then ever closer.
fn counts(worlds: u64) -> impl Iterator<Item = u64> {
    TOLD_AFTER.into_iter().filter(move |told| told * 2 <= worlds).chain([worlds])
}

/// The odds, and the page early and at the end.
fn report(worlds: u64) -> Vec<Step> {
    let mut steps = Vec::new();
    for told in counts(worlds) {
        steps.push(Step::Odds(told));
        if told == FIRST_PAGE && told < worlds {
            steps.push(Step::Pieces(told, FIRST_MAP));
        }
    }
    steps.extend([SECOND_MAP, MAP_WORLDS].map(|map| Step::Pieces(worlds, map)));
    if worlds <= SECOND_MAP {
        // Its map is complete at once.
        steps.pop();
    }
    steps
}

impl Asked {
    fn answer(
        &self,
        step: Step,
        setting: &Setting<'_>,
        summary: &mut Option<Summary>,
    ) -> Result<Answer, String> {
        Ok(match step {
            Step::Run => self.run(setting),
            Step::Odds(worlds) => self.odds(worlds, setting),
            Step::Pieces(worlds, map) => self.pieces(worlds, map, setting, summary),
            Step::Scenario => self.scenario()?,
            // What is behind a constant is not in an engine that does without it.
            Step::Told(verb, worlds) if cfg!(feature = "workbench") => {
                verbs::told(self, verb, worlds, setting)?
            }
            Step::Page if cfg!(feature = "workbench") => self.page(setting),
            Step::Told(..) | Step::Page => return Err(NOT_HERE.to_owned()),
        })
    }

    /// The plan, of the first so many worlds.
    pub(super) fn to(&self, worlds: u64) -> Plan {
        Plan { worlds, ..self.plan.clone() }
    }

    /// Where the changed scenario comes from.
    pub(super) fn origin(&self) -> Origin<'_> {
        let Made { options, words, .. } = &self.changed;
        Origin { file: &self.request.file, words, options }
    }

    fn report_command(&self) -> String {
        self.origin().command("report", &self.plan) + " --live -o report.html"
    }

    fn run(&self, setting: &Setting<'_>) -> Answer {
        let Made { scenario, options, .. } = &self.changed;
        let summary = run_with(scenario, &self.plan, setting.progress, None);
        let answer = Envelope::<Run>::of_run(scenario, &summary, &self.request.file, options);
        Answer::Run { text: format!("{:#}\n", serde_json::to_value(answer).unwrap_or_default()) }
    }

    fn odds(&self, worlds: u64, setting: &Setting<'_>) -> Answer {
        let (base, other) = (&self.base, &self.changed);
        let (base_side, other_side) = (self.side(base, "", ""), self.side(other, "", ""));
        let contrasts =
            compare(&base.scenario, &[&other.scenario], &self.to(worlds), setting.progress);
        let compared = Envelope::of_compare(Compared {
            base: base_side,
            alternatives: &[other_side],
            contrasts: &contrasts,
            of: None,
        });
        let alone = self.request.wanted == Wanted::Odds;
        let told = changed(&compared, if alone { "before" } else { "in the file" });
        Answer::Odds {
            worlds,
            said: fragment(&[Part::Paragraph(told.said)]),
            odds: fragment(&told.odds),
            state: self.state(worlds, alone && worlds == self.plan.worlds),
            command: if alone {
                self.origin().command("run", &self.plan)
            } else {
                self.report_command()
            },
        }
    }

    /// A scenario as a side of a comparison.
    pub(super) fn side<'a>(&'a self, made: &'a Made, label: &'a str, title: &'a str) -> Side<'a> {
        Side {
            scenario: &made.scenario,
            label,
            title,
            file: &self.request.file,
            options: &made.options,
        }
    }

    fn pieces(
        &self,
        worlds: u64,
        map_worlds: u64,
        setting: &Setting<'_>,
        played: &mut Option<Summary>,
    ) -> Answer {
        let (scenario, plan) = (&self.changed.scenario, self.to(worlds));
        let complete =
            worlds == self.plan.worlds && map_worlds.min(worlds) == MAP_WORLDS.min(worlds);
        let summary = played.take().filter(|summary| summary.worlds == worlds);
        let summary = summary.unwrap_or_else(|| run_with(scenario, &plan, setting.progress, None));
        let briefing = Briefing::of(scenario, summary, &plan, map_worlds, setting.progress);
        let command = self.report_command();
        let report = briefing.report(scenario, &plan, self.origin(), &command, Beside::default());
        *played = Some(briefing.summary);
        Answer::Page {
            worlds,
            state: self.state(worlds, complete),
            pieces: pieces(&tell(scenario, &report, Length::Whole)),
        }
    }

    /// The report as a page to be kept: one that plays, where there is an engine for it to carry.
    fn page(&self, setting: &Setting<'_>) -> Answer {
        let (scenario, plan) = (&self.changed.scenario, &self.plan);
        let briefing = Briefing::play(scenario, plan, MAP_WORLDS, setting.progress);
        let name = format!("{}-report.html", self.stem());
        let mut command = self.origin().command("report", plan);
        if setting.engine.is_some() {
            command += " --live";
        }
        command += &format!(" -o {}", crate::text::shell::file(&name));
        let report = briefing.report(scenario, plan, self.origin(), &command, Beside::default());
        let told = tell(scenario, &report, Length::Whole);
        let (text, said) = match setting.engine {
            Some(engine) => {
                let request = Request { wanted: Wanted::Report, ..self.request.clone() };
                let said = "The report is saved. Its reader can change assumptions and play again in the browser.";
                (living(&request, scenario, &report, &told, engine), said)
            }
            None => (html::page(&told), "The report is saved."),
        };
        Answer::File { name, text, said: said.to_owned() }
    }

    /// What the file is called without its folder and its ending.
    fn stem(&self) -> &str {
        let file = &self.request.file;
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    fn scenario(&self) -> Result<Answer, String> {
        let Request { file, text, .. } = &self.request;
        let edited = edited(file, text, &self.changed.load).map_err(|no| no.to_string())?;
        let lost = if edited.layout_kept {
            "Everything else in the file, comments included, is as it was."
        } else {
            "Its comments and its layout are lost, as not only written numbers were changed."
        };
        Ok(Answer::File {
            name: format!("{}-changed.toml", self.stem()),
            said: format!("The changed scenario is saved as a file. {lost}"),
            text: edited.text,
        })
    }

    /// How far the play is.
    pub(super) fn state(&self, worlds: u64, complete: bool) -> String {
        let told = if complete && self.request.wanted == Wanted::Report {
            fully_played(worlds)
        } else if complete {
            all_played(worlds)
        } else if worlds < self.plan.worlds {
            playing_on(worlds, self.plan.worlds)
        } else {
            mapping_on(worlds)
        };
        told.plain()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_come_soon_and_the_page_early_and_at_the_end() {
        use Step::{Odds, Pieces as Page};
        assert_eq!(
            report(4_000),
            [Odds(200), Odds(800), Page(800, 10), Odds(4_000), Page(4_000, 50), Page(4_000, 400)]
        );
        assert_eq!(report(200), [Odds(200), Page(200, 50), Page(200, 400)]);
        assert_eq!(report(1), [Odds(1), Page(1, 50)]);
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_words() {
        let refused = |request: &str| {
            let answers: Vec<String> = Playing::begin(request).collect();
            let [answer] = answers.as_slice() else { panic!("{answers:?}") };
            let Ok(Answer::Refused { text }) = serde_json::from_str(answer) else {
                panic!("{answer}")
            };
            text
        };
        assert!(refused("no JSON").starts_with("this is no request"));
        let file = r#""wanted": "run", "file": "a.toml", "text": """#;
        assert!(refused(&format!("{{{file}}}")).contains("a.toml"));
        assert!(refused(&format!("{{{file}, \"seed\": \"x\"}}")).contains("no whole number"));
        assert!(refused(&format!("{{{file}, \"worlds\": 0}}")).contains("worlds are 1 to"));
        assert!(refused(&format!("{{{file}, \"sets\": [\"x\"]}}")).contains("has no “=”"));
    }
}
