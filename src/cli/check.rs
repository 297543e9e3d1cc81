//! `zopa check`: every error of every file, at once.

use super::args::CheckArgs;
use super::exit::{Exit, Failure};
use super::input::{read, wants_colour};
use super::output::{note, results};
use crate::scenario::{LoadOptions, load};

pub(crate) fn check(args: &CheckArgs) -> Result<Exit, Failure> {
    let mut worst = Exit::Ok;
    let mut said = String::new();
    for file in &args.files {
        let name = file.display().to_string();
        let text = match read(file) {
            Ok(text) => text,
            Err(failure) => {
                note(&failure.message);
                worst = failure.exit;
                continue;
            }
        };
        match load(&name, &text, &LoadOptions::default()) {
            Ok(loaded) => {
                let warnings = loaded.warnings.len();
                if warnings > 0 {
                    note(&loaded.warnings.render(wants_colour()));
                }
                let scenario = &loaded.scenario;
                let (stated, uncertain) = scenario.stated_inputs();
                let verdict = if warnings > 0 && args.strict {
                    worst = Exit::Invalid;
                    "not accepted (--strict)"
                } else {
                    "ok"
                };
                said += &format!(
                    "{name}: {verdict}: {} parties, {} issues, {} numbers of which {} uncertain, \
                     {warnings} warning{}\n",
                    scenario.parties.len(),
                    scenario.issues.len(),
                    stated,
                    uncertain,
                    if warnings == 1 { "" } else { "s" },
                );
            }
            Err(rejected) => {
                note(&rejected.report.render(wants_colour()));
                worst = Exit::Invalid;
            }
        }
    }
    results(&said)?;
    Ok(worst)
}
