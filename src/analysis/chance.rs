//! Whole numbers, orders and bootstrap samples from a stream. One draw each, by inversion.

use crate::stream::{Stream, StreamKey};

/// A whole number below `bound`, all equally likely: its bias, below bound/2⁵³, shows in nothing.
pub(super) fn below(stream: &mut Stream, bound: usize) -> usize {
    ((stream.uniform() * bound as f64) as usize).min(bound.saturating_sub(1))
}

/// 32 random bits.
pub(super) fn bits(stream: &mut Stream) -> u32 {
    (stream.uniform() * 4_294_967_296.0) as u32
}

/// The numbers below `count` in random order (Fisher & Yates, as in Knuth's algorithm P).
pub(super) fn order(stream: &mut Stream, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, below(stream, last + 1));
    }
    order
}

/// How often each of `count` rows is in bootstrap sample number `sample` (Efron 1979): `count`
/// draws with replacement. Written into `times`, which is overwritten.
pub(super) fn resample(key: &StreamKey, sample: usize, count: usize, times: &mut Vec<u32>) {
    times.clear();
    times.resize(count, 0);
    let mut stream = key.world(sample as u64, 0);
    for _ in 0..count {
        times[below(&mut stream, count)] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};

    #[test]
    fn orders_are_permutations_and_uniform() {
        let key = StreamKey::new(Seed(1), Purpose::Design, "order");
        let mut seen = [0_u32; 6];
        for world in 0..6000 {
            let order = order(&mut key.world(world, 0), 3);
            seen[order[0] * 2 + usize::from(order[1] > order[2])] += 1;
        }
        // Binomial(6000, 1/6): mean 1000, standard deviation 29; five of them.
        assert!(seen.iter().all(|&count| count.abs_diff(1000) < 145), "{seen:?}");
    }

    #[test]
    fn a_bootstrap_sample_is_as_large_as_what_it_is_taken_from() {
        let key = StreamKey::new(Seed(1), Purpose::Bootstrap, "");
        let mut times = vec![7; 3];
        resample(&key, 0, 1000, &mut times);
        assert_eq!((times.len(), times.iter().sum::<u32>()), (1000, 1000));
        // e⁻¹ of the rows are left out: 368 ± 15.
        assert!(times.iter().filter(|&&t| t == 0).count().abs_diff(368) < 75);
    }
}
