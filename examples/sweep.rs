//! Builds a scenario in code and asks what one number of it does to the odds of a deal.
//!
//! A firm buys a smaller one. How good is the seller's other offer, and how much does that matter?
//!
//! `cargo run --release --example sweep`

use std::error::Error;
use std::io::{self, Write};

use zopa::{Outcome, Plan, Role, ScenarioBuilder, Seed, date, run};

fn main() -> Result<(), Box<dyn Error>> {
    tell(&mut io::stdout().lock())
}

/// Plays the sale with ever better other offers and writes down the odds.
pub(crate) fn tell(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let sale = ScenarioBuilder::new("The sale of a firm")
        .as_of(date(2026, 3, 2))
        .horizon("9 months")
        .issue("price", |issue| {
            issue
                .title("Price, in millions")
                .scale(20.0, 60.0)
                .anchor(20.0, "its assets")
                .anchor(60.0, "ten years of profit")
        })
        .party("seller", |party| {
            // Low, most likely, high: nobody knows exactly what the seller would settle for.
            let wants = |price| [price - 5.0, price, price + 5.0];
            party
                .role(Role::Principal)
                .influence(1)
                .position("price", |position| position.ideal(60).limit(wants(35.0)).salience(1))
        })
        .party("buyer", |party| {
            party
                .role(Role::Principal)
                .influence(1)
                .reservation(0.4)
                .position("price", |position| position.ideal(20).limit([38, 44, 50]).salience(1))
        });

    // Two runs of one seed differ by the number that was changed and by nothing else.
    let plan = Plan { seed: Seed(7), worlds: 400, structural: false, ..Plan::default() };
    writeln!(out, "other offer   signed   95% interval")?;
    for other_offer in [0.3, 0.4, 0.5, 0.6, 0.7] {
        let changed = sale.clone().set("parties.seller.outside.reservation", other_offer);
        let scenario = changed.build()?.scenario;
        let signed = Outcome::named("signed", &scenario).ok_or("no such outcome")?;
        let odds = run(&scenario, &plan).estimate(signed);
        let [value, low, high] = [odds.value, odds.low, odds.high].map(|share| 100.0 * share);
        writeln!(out, "{other_offer:11.1}   {value:4.0} %   {low:.0} to {high:.0}")?;
    }
    Ok(())
}
