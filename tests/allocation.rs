//! Playing a history allocates nothing once the buffers have grown to the scenario's size.

use zopa::engine::{Seat, Table, Trial};
use zopa::montecarlo::Draws;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

#[test]
fn the_hot_loop_allocates_nothing() {
    for name in ["two-party", "northland", "white-house-2025"] {
        let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let scenario = load(name, &text, &LoadOptions::default()).unwrap().scenario;
        let table = Table::new(&scenario, Seed(42));
        let mut seat = Seat::new(&table);
        let mut draws = Draws::new(&scenario, Seed(42), &[]);
        let mut play = || {
            draws.seek(0);
            for world in 0..200 {
                draws.draw();
                seat.enter(draws.values(), Trial { world, history: 0 });
                for _ in 0..25 {
                    let _ = seat.negotiate(&mut ());
                }
            }
        };
        // Buffers grow with the hardest world seen so far, so the same worlds are played again.
        play();
        let counted = allocation_counter::measure(play);
        assert_eq!(counted.count_total, 0, "{name}: {counted:?}");
    }
}
