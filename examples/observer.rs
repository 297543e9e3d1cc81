//! Watches histories as they are played: how often do the leaders meet, and do they meet in those that end in a
//! signature?
//!
//! `cargo run --release --example observer`

use std::error::Error;
use std::io::{self, Write};

use zopa::{Event, LoadOptions, Observer, Plan, TrialId, load, replay};

fn main() -> Result<(), Box<dyn Error>> {
    tell(&mut io::stdout().lock())
}

/// An observer is told all that happens in a history, in order. This one counts.
#[derive(Default)]
struct Meetings {
    all: u32,
    fruitful: u32,
}

impl Observer for Meetings {
    fn observe(&mut self, _months: f64, event: Event<'_>) {
        if let Event::Summit { fruitful } = event {
            self.all += 1;
            self.fruitful += u32::from(fruitful);
        }
    }
}

/// Watches the first thousand histories of the default plan and writes down what was seen.
pub(crate) fn tell(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let path = "scenarios/northland.toml";
    let text = std::fs::read_to_string(path)?;
    let scenario = load(path, &text, &LoadOptions::default())?.scenario;
    // Trials have numbers, and each can be played again alone: 1000 are 40 worlds of 25 histories.
    let plan = Plan::default();
    let mut seen = Meetings::default();
    let (mut met, mut signed, mut both) = (0, 0, 0);
    for number in 0..1_000 {
        let before = seen.all;
        let played = replay(&scenario, &plan, TrialId(number), &mut seen)?;
        let has_met = seen.all > before;
        let has_signed = played.record.signed_at.is_finite();
        met += u32::from(has_met);
        signed += u32::from(has_signed);
        both += u32::from(has_met && has_signed);
    }
    writeln!(out, "{} meetings in 1000 histories, {} with a text", seen.all, seen.fruitful)?;
    writeln!(out, "the leaders met in {met} of them, signed in {signed}, and did both in {both}")?;
    Ok(())
}
