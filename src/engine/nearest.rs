//! The text of a history that came nearest to being signed.

/// The least of what a text brings anybody who must sign it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Least {
    /// min_i ẑ_i, readiness included.
    gain: f64,
    /// Whose.
    party: usize,
    /// min_i (z_i + ε_i): the same if no home front voted.
    but_for_votes: f64,
}

impl Default for Least {
    fn default() -> Self {
        Self { gain: f64::INFINITY, party: 0, but_for_votes: f64::INFINITY }
    }
}

impl Least {
    /// Looks at what it brings one more of them.
    pub(crate) fn take(&mut self, party: usize, gain: f64, but_for_votes: f64) {
        if gain < self.gain {
            (self.gain, self.party) = (gain, party);
        }
        self.but_for_votes = self.but_for_votes.min(but_for_votes);
    }

    /// min_i ẑ_i, readiness included.
    pub(crate) fn gain(&self) -> f64 {
        self.gain
    }
}

/// The text that came nearest to being signed by all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nearest {
    least: Least,
    /// The home front that looked likeliest to vote it down.
    doubted: Option<usize>,
    /// The first red line it crossed of those who had to agree, as (party, issue).
    crossed: Option<(usize, usize)>,
    text: Vec<f64>,
}

impl Nearest {
    /// A history begins without any text.
    pub(crate) fn begin(&mut self) {
        self.least.gain = f64::NEG_INFINITY;
    }

    /// Keeps a text as the one that came nearest, with the home front that was doubted and the red line that was
    /// crossed.
    pub(crate) fn keep(
        &mut self,
        text: &[f64],
        least: Least,
        doubted: Option<usize>,
        crossed: Option<(usize, usize)>,
    ) {
        (self.least, self.doubted, self.crossed) = (least, doubted, crossed);
        self.text.clear();
        self.text.extend_from_slice(text);
    }

    /// Was there any text?
    pub(crate) fn is_any(&self) -> bool {
        self.least.gain > f64::NEG_INFINITY
    }

    /// The least worth of anybody's name, min_i ẑ_i; −∞ before any text.
    #[inline]
    pub(crate) fn gain(&self) -> f64 {
        self.least.gain
    }

    /// Whose.
    pub(crate) fn party(&self) -> usize {
        self.least.party
    }

    /// What it would be if no home front voted, min_i (z_i + ε_i).
    pub(crate) fn but_for_votes(&self) -> f64 {
        self.least.but_for_votes
    }

    /// The home front that looked likeliest to vote it down.
    pub(crate) fn doubted(&self) -> Option<usize> {
        self.doubted
    }

    /// The first red line it crossed of those who had to agree, as (party, issue).
    pub(crate) fn crossed(&self) -> Option<(usize, usize)> {
        self.crossed
    }

    /// The text.
    pub(crate) fn text(&self) -> &[f64] {
        &self.text
    }
}
