//! A signed package on its way home: until the votes nobody tables another text, and the guns are silent.

/// A signed package that waits for the votes at home.
#[derive(Clone, Copy, Debug)]
struct Pending {
    /// When they are held.
    at: f64,
    /// Would some principal have refused without its side payment?
    imposed: bool,
}

/// The package signed last, and whether the votes on it are still to come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Signed {
    pending: Option<Pending>,
    text: Vec<f64>,
    /// When a vote was lost last: the guns were silent until then, and no interim deal ended.
    resumed: f64,
}

impl Signed {
    /// A history begins with nothing signed.
    pub(crate) fn begin(&mut self) {
        self.pending = None;
        self.resumed = 0.0;
    }

    /// Does a signed package wait for its votes?
    #[inline]
    pub(crate) fn waits(&self) -> bool {
        self.pending.is_some()
    }

    /// When they are held; never, where nothing waits for them.
    #[inline]
    pub(crate) fn votes_at(&self) -> f64 {
        self.pending.map_or(f64::INFINITY, |pending| pending.at)
    }

    /// Until when a lost vote has kept the guns silent.
    #[inline]
    pub(crate) fn resumed(&self) -> f64 {
        self.resumed
    }

    /// A package is signed, and goes to votes that are held at `at`.
    pub(crate) fn send_home(&mut self, text: &[f64], at: f64, imposed: bool) {
        self.pending = Some(Pending { at, imposed });
        self.text.clear();
        self.text.extend_from_slice(text);
    }

    /// The votes are held: the text, and whether it was imposed, where anything waited for them. The buffer of
    /// the text is lent; [`Signed::put_back`] returns it.
    pub(crate) fn take(&mut self) -> Option<(Vec<f64>, bool)> {
        let Pending { imposed, .. } = self.pending.take()?;
        Some((std::mem::take(&mut self.text), imposed))
    }

    /// Puts the buffer of the text back.
    pub(crate) fn put_back(&mut self, text: Vec<f64>) {
        self.text = text;
    }

    /// The package was voted down at `t`, and where there was war it goes on.
    pub(crate) fn fail(&mut self, t: f64) {
        self.resumed = t;
    }
}
