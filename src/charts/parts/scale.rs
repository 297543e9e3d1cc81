//! A linear scale: values on one side, pixels on the other, and round ticks between.

/// Most ticks that are ever made, whatever is asked.
const MOST_TICKS: usize = 24;

/// Values mapped to pixels. What lies outside is drawn at the end; what is no number at the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// From values to pixels; equal values get some room on both sides.
    pub(in crate::charts) fn new(values: (f64, f64), pixels: (f64, f64)) -> Self {
        let (low, high) = with_room(values);
        Self { low, high, from: pixels.0, to: pixels.1 }
    }

    /// Where a value is drawn.
    pub(in crate::charts) fn at(&self, value: f64) -> f64 {
        if value.is_nan() {
            return self.from;
        }
        let value = value.clamp(self.low, self.high);
        // Halves, so that the width of the largest ranges is still a number.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        self.from + share * (self.to - self.from)
    }

    /// The values at the ends.
    pub(in crate::charts) fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The pixels at the ends.
    pub(in crate::charts) fn pixels(&self) -> (f64, f64) {
        (self.from, self.to)
    }

    /// Round values within the scale, about `most` of them, and the step between.
    pub(in crate::charts) fn ticks(&self, most: usize) -> (Vec<f64>, f64) {
        ticks(self.low, self.high, most)
    }
}

/// The smallest and the largest of some values, or `None` if there is none.
pub(in crate::charts) fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for value in values.into_iter().filter(|value| value.is_finite()) {
        let (low, high) = found.unwrap_or((value, value));
        found = Some((low.min(value), high.max(value)));
    }
    found
}

/// The range widened outwards to round values.
pub(in crate::charts) fn rounded(values: (f64, f64), most: usize) -> (f64, f64) {
    let (low, high) = with_room(values);
    let (_, step) = ticks(low, high, most);
    let (down, up) = ((low / step + 1e-6).floor() * step, (high / step - 1e-6).ceil() * step);
    let (down, up) = (down.min(low), up.max(high));
    let usable = down.is_finite() && up.is_finite();
    if usable { (down, up) } else { (low, high) }
}

/// Finite ends in ascending order with something between.
fn with_room((a, b): (f64, f64)) -> (f64, f64) {
    let finite = |value: f64| {
        if value.is_nan() { 0.0 } else { value.clamp(-f64::MAX, f64::MAX) }
    };
    let (a, b) = (finite(a), finite(b));
    let (low, high) = (a.min(b), a.max(b));
    // Also what differs in the last digits only, which no tick could tell apart.
    let size = low.abs().max(high.abs());
    if high / 2.0 - low / 2.0 > size * 1e-12 && high - low > 0.0 {
        return (low, high);
    }
    let room = if size > 1e-300 { size * 0.25 } else { 0.5 };
    ((low - room).max(-f64::MAX), (high + room).min(f64::MAX))
}

/// Multiples of 1, 2 or 5 times a power of ten.
fn ticks(low: f64, high: f64, most: usize) -> (Vec<f64>, f64) {
    let most = most.clamp(1, MOST_TICKS);
    let raw = high / most as f64 - low / most as f64;
    let mut power = 1.0;
    while power <= raw / 10.0 {
        power *= 10.0;
    }
    while power > raw && power > 0.0 {
        power /= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|m| m * power).find(|step| *step >= raw);
    let step = step.unwrap_or(raw);
    // What misses an end by rounding alone is at the end.
    let (first, last) = ((low / step - 1e-6).ceil(), (high / step + 1e-6).floor());
    let count = last - first;
    if !(step > 0.0 && step.is_finite() && count >= 0.0 && count <= MOST_TICKS as f64) {
        return (vec![low, high], raw);
    }
    // Adding 0 turns −0 into 0.
    let tick = |k: u32| ((first + f64::from(k)) * step).clamp(low, high) + 0.0;
    ((0..=count as u32).map(tick).collect(), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(
            Scale::new((0.0, 100.0), (0.0, 1.0)).ticks(5).0,
            [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
        );
        assert_eq!(Scale::new((-3.0, 7.0), (0.0, 1.0)).ticks(4).0, [0.0, 5.0]);
        assert_eq!(rounded((0.0, 0.37), 5), (0.0, 0.4));
        // 0.3 is not three times 0.1 in binary.
        let (low, high) = rounded((0.35, 0.78), 5);
        assert_eq!(Scale::new((low, high), (0.0, 1.0)).ticks(10).0.len(), 11);
    }

    #[test]
    fn any_input_has_a_place() {
        let extremes = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            5e-324,
            1e-300,
            1e300,
            f64::MAX,
            -f64::MAX,
            f64::INFINITY,
            f64::NAN,
        ];
        for a in extremes {
            for b in extremes {
                let scale = Scale::new((a, b), (10.0, 90.0));
                for value in extremes {
                    let at = scale.at(value);
                    assert!((10.0..=90.0).contains(&at), "{a} {b} {value} {at}");
                }
                let (ticks, step) = scale.ticks(6);
                assert!(ticks.len() <= MOST_TICKS + 1 && step >= 0.0, "{a} {b}");
                assert!(ticks.iter().all(|tick| tick.is_finite()), "{a} {b}");
                let (low, high) = rounded((a, b), 6);
                assert!(low < high && low.is_finite() && high.is_finite(), "{a} {b}");
            }
        }
        assert_eq!(extent([]), None);
        assert_eq!(extent([2.0, f64::NAN, -1.0]), Some((-1.0, 2.0)));
    }
}
