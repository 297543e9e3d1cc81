//! What is answered.

use serde::{Deserialize, Serialize};

use super::request::{Made, Request, Wanted};
use crate::briefing::{Beside, Briefing, MAP_WORLDS, Origin};
use crate::document::{Length, Part};
use crate::montecarlo::{Plan, Summary, compare, run};
use crate::present::living::{changed, fully_played, mapping_on, playing_on};
use crate::present::report::tell;
use crate::render::html::{Pieces, fragment, pieces};
use crate::results::compare::{Compared, Side};
use crate::results::{Envelope, run::Run};
use crate::scenario::edited;

/// After so many worlds the odds are told, as far as there are twice as many to come.
const TOLD_AFTER: [u64; 3] = [200, 800, 3200];
/// After so many worlds the whole page is told for the first time, …
const FIRST_PAGE: u64 = 800;
/// … with a bargaining map of so many, which take as long as the rest of it.
const FIRST_MAP: u64 = 10;
/// All worlds are played long before the map has all of its own, so that the page is told before, with so many.
const SECOND_MAP: u64 = 50;

/// An answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Answer {
    /// What `zopa run --json` prints.
    Run {
        /// The very bytes.
        text: String,
    },
    /// What the change does to the odds.
    Odds {
        /// In so many worlds.
        worlds: u64,
        /// In a sentence, as HTML.
        said: String,
        /// With intervals and spreads, as HTML.
        odds: String,
        /// How far the play is, in words.
        state: String,
        /// The command that makes the changed report.
        command: String,
    },
    /// The page of the changed report.
    Page {
        /// In so many worlds.
        worlds: u64,
        /// How far the play is, in words.
        state: String,
        /// What stands on it, as HTML.
        pieces: Pieces,
    },
    /// The scenario's file with the change in it.
    Scenario {
        /// What it may be called.
        name: String,
        /// The file.
        text: String,
        /// What became of it, in words.
        said: String,
    },
    /// It cannot be played.
    Refused {
        /// Why, in words.
        text: String,
    },
}

/// A request on its way to be answered: an iterator over its answers, as JSON.
#[derive(Debug)]
pub struct Playing {
    asked: Result<Asked, String>,
    steps: std::vec::IntoIter<Step>,
    /// What was played for the last page.
    summary: Option<Summary>,
}

#[derive(Debug)]
struct Asked {
    request: Request,
    plan: Plan,
    base: Made,
    changed: Made,
}

/// What is played for one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Run,
    Odds(u64),
    /// The page, with a map of so many worlds at most.
    Page(u64, u64),
    Scenario,
    Refuse,
}

impl Playing {
    /// Reads a request, in JSON. What is wrong with it is its one answer.
    pub fn begin(request: &str) -> Self {
        let asked = Asked::read(request);
        let steps = asked.as_ref().map_or_else(
            |_| vec![Step::Refuse],
            |asked| match asked.request.wanted {
                Wanted::Run => vec![Step::Run],
                Wanted::Report => steps(asked.plan.worlds),
                Wanted::Scenario => vec![Step::Scenario],
            },
        );
        Self { asked, steps: steps.into_iter(), summary: None }
    }
}

impl Iterator for Playing {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let step = self.steps.next()?;
        let answer = match &self.asked {
            Ok(asked) => asked.answer(step, &mut self.summary),
            Err(why) => Answer::Refused { text: why.clone() },
        };
        // Structs with names for keys always make JSON.
        serde_json::to_string(&answer).ok()
    }
}

/// What is told on the way to so many worlds, each of the same sequence: the odds soon and then ever closer, the page
/// early and at the end.
fn steps(worlds: u64) -> Vec<Step> {
    let before = TOLD_AFTER.into_iter().filter(|told| told * 2 <= worlds);
    let mut steps = Vec::new();
    for told in before {
        steps.push(Step::Odds(told));
        if told == FIRST_PAGE {
            steps.push(Step::Page(told, FIRST_MAP));
        }
    }
    steps.push(Step::Odds(worlds));
    steps.extend([SECOND_MAP, MAP_WORLDS].map(|map| Step::Page(worlds, map)));
    if worlds <= SECOND_MAP {
        // Its map is complete at once.
        steps.pop();
    }
    steps
}

impl Asked {
    fn read(request: &str) -> Result<Self, String> {
        let request: Request = serde_json::from_str(request)
            .map_err(|error| format!("this is no request: {error}"))?;
        let (plan, base, changed) = (request.plan()?, request.base()?, request.changed()?);
        Ok(Self { request, plan, base, changed })
    }

    fn answer(&self, step: Step, summary: &mut Option<Summary>) -> Answer {
        match step {
            Step::Run | Step::Refuse => self.run(),
            Step::Odds(worlds) => self.odds(worlds),
            Step::Page(worlds, map) => self.page(worlds, map, summary),
            Step::Scenario => self.scenario(),
        }
    }

    fn to(&self, worlds: u64) -> Plan {
        Plan { worlds, ..self.plan.clone() }
    }

    fn origin(&self) -> Origin<'_> {
        let Made { options, words, .. } = &self.changed;
        Origin { file: &self.request.file, words, options }
    }

    fn command(&self) -> String {
        self.origin().command("report", &self.plan) + " --live -o report.html"
    }

    fn run(&self) -> Answer {
        let Made { scenario, options, .. } = &self.changed;
        let summary = run(scenario, &self.plan);
        let answer = Envelope::<Run>::of_run(scenario, &summary, &self.request.file, options);
        Answer::Run { text: format!("{:#}\n", serde_json::to_value(answer).unwrap_or_default()) }
    }

    fn odds(&self, worlds: u64) -> Answer {
        let (base, other) = (&self.base, &self.changed);
        let contrasts = compare(&base.scenario, &[&other.scenario], &self.to(worlds), &());
        let compared = Envelope::of_compare(Compared {
            base: self.side(base),
            alternatives: &[self.side(other)],
            contrasts: &contrasts,
            of: None,
        });
        let told = changed(&compared);
        Answer::Odds {
            worlds,
            said: fragment(&[Part::Paragraph(told.said)]),
            odds: fragment(&told.odds),
            state: self.state(worlds, false),
            command: self.command(),
        }
    }

    fn side<'a>(&'a self, made: &'a Made) -> Side<'a> {
        Side {
            scenario: &made.scenario,
            label: "",
            title: "",
            file: &self.request.file,
            options: &made.options,
        }
    }

    fn page(&self, worlds: u64, map_worlds: u64, played: &mut Option<Summary>) -> Answer {
        let (scenario, plan) = (&self.changed.scenario, self.to(worlds));
        let complete =
            worlds == self.plan.worlds && map_worlds.min(worlds) == MAP_WORLDS.min(worlds);
        let summary = played.take().filter(|summary| summary.worlds == worlds);
        let summary = summary.unwrap_or_else(|| run(scenario, &plan));
        let briefing = Briefing::of(scenario, summary, &plan, map_worlds, &());
        let report =
            briefing.report(scenario, &plan, self.origin(), &self.command(), Beside::default());
        *played = Some(briefing.summary);
        Answer::Page {
            worlds,
            state: self.state(worlds, complete),
            pieces: pieces(&tell(scenario, &report, Length::Whole)),
        }
    }

    fn scenario(&self) -> Answer {
        let Request { file, text, .. } = &self.request;
        match edited(file, text, &self.changed.load) {
            Ok(edited) => {
                let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
                let stem = stem.strip_suffix(".toml").unwrap_or(stem);
                let lost = if edited.layout_kept {
                    "Everything else in the file, comments included, is as it was."
                } else {
                    "Its comments and its layout are lost, as not only written numbers were changed."
                };
                Answer::Scenario {
                    name: format!("{stem}-changed.toml"),
                    said: format!("The changed scenario is saved as a file. {lost}"),
                    text: edited.text,
                }
            }
            Err(rejected) => Answer::Refused { text: rejected.to_string() },
        }
    }

    fn state(&self, worlds: u64, complete: bool) -> String {
        let told = if complete {
            fully_played(worlds)
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
        use Step::{Odds, Page};
        assert_eq!(
            steps(4_000),
            [Odds(200), Odds(800), Page(800, 10), Odds(4_000), Page(4_000, 50), Page(4_000, 400)]
        );
        assert_eq!(steps(200), [Odds(200), Page(200, 50), Page(200, 400)]);
        assert_eq!(steps(1), [Odds(1), Page(1, 50)]);
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
        assert!(refused(&format!("{{{file}, \"worlds\": 0}}")).contains("at least one world"));
        assert!(refused(&format!("{{{file}, \"sets\": [\"x\"]}}")).contains("has no “=”"));
    }
}
