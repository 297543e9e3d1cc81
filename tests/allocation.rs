//! Playing a history allocates nothing once the buffers have grown.
//!
//! The counter counts the allocations of this thread alone, so that tests beside it do no harm.

use allocation_counter::measure;
use zopa::engine::{Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::Draws;
use zopa::stream::Seed;

use crate::support::{SHIPPED, scenario, shipped};

const WORLDS: u64 = 500;
const HISTORIES: u64 = 25;

#[test]
fn the_counter_counts() {
    let counted = measure(|| drop(std::hint::black_box(vec![1_u8; 100])));
    assert_eq!(counted.count_total, 1);
}

/// Plays the first worlds of a scenario; returns the allocations of each, and the signatures.
fn play(scenario: &Scenario, seat: &mut Seat<'_>) -> (Vec<u64>, u32) {
    let mut draws = Draws::new(scenario, Seed(5), &[]);
    draws.seek(0);
    let mut signed = 0;
    let worlds = (0..WORLDS).map(|world| {
        let counted = measure(|| {
            seat.enter(draws.draw(), Trial { world, history: 0 });
            for _ in 0..HISTORIES {
                signed += u32::from(seat.negotiate(&mut ()).record.signed_at.is_finite());
            }
        });
        counted.count_total
    });
    (worlds.collect(), signed)
}

/// Played once more, worlds and histories of every scenario allocate nothing at all. The first time
/// some buffers grow with what the hardest world so far needs; in the second half of the worlds,
/// all of them new, that is at most one allocation in 500 histories.
fn allocates_nothing(name: &str, scenario: &Scenario) {
    let table = Table::new(scenario, Seed(5));
    let mut seat = Seat::new(&table);
    let (first, signed) = play(scenario, &mut seat);
    assert!(signed > 100, "{name}: {signed} signed");
    let late: u64 = first[first.len() / 2..].iter().sum();
    assert!(late <= WORLDS * HISTORIES / 2 / 500, "{name}: {late}");
    let (again, _) = play(scenario, &mut seat);
    assert_eq!(again, vec![0; first.len()], "{name}");
}

#[test]
fn a_history_allocates_nothing() {
    for name in SHIPPED {
        allocates_nothing(name, &shipped(name, &[]));
    }
}

/// … nor does one in which events make the world anew, or blocs vote.
#[test]
fn an_altered_world_allocates_nothing() {
    for name in ["minds", "parliament"] {
        let scene = format!("{}/tests/twin_scenes/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        allocates_nothing(name, &scenario(&std::fs::read_to_string(scene).unwrap()));
    }
}
