//! What happened in one history, for whoever counts afterwards.

use super::signature::Signature;
use crate::model::Fate;

/// What has happened so far, for whoever counts afterwards. Times in months since `as_of`;
/// infinite for what did not happen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// A text was tabled.
    pub talks: bool,
    /// The leaders' first meeting.
    pub summit_at: f64,
    /// The first interim deal that halts the fighting: a ceasefire alone, or more.
    pub truce_at: f64,
    /// The first package signed.
    pub signed_at: f64,
    /// The package that was ratified: when it came into force. After the horizon where the votes on a
    /// package signed in time are held later.
    pub ratified_at: f64,
    /// … after how many months it collapses, or the bare truce that is left of it where it is not carried
    /// out …
    pub holds_for: f64,
    /// … and the first principal, by the order of the file, who does not carry it out.
    pub defector: Option<usize>,
    /// Terms of the package signed first, or of the one ratified, on [0, 1].
    pub terms: Vec<f64>,
    /// What each signatory of that package thought of it when it signed.
    pub signatures: Vec<Signature>,
    /// When each party's pledge is made.
    pub pledge_at: Vec<f64>,
    /// When each event happens first.
    pub event_at: Vec<f64>,
    /// When each interim deal first met each fate, in the order of [`Fate::ALL`].
    pub interims: Vec<[f64; Fate::ALL.len()]>,
    /// Value of the outcome to each party: of the terms in force or, without any, of its
    /// alternative at the end.
    pub values: Vec<f64>,
    /// Texts tabled.
    pub texts: usize,
}

impl Record {
    /// Is a package in force that everybody carries out?
    pub fn carried_out(&self) -> bool {
        self.ratified_at.is_finite() && self.defector.is_none()
    }

    /// Nothing has happened yet; what is dealt to a history at once is left to its dealer.
    pub(crate) fn begin(&mut self) {
        self.talks = false;
        self.summit_at = f64::INFINITY;
        self.truce_at = f64::INFINITY;
        self.signed_at = f64::INFINITY;
        self.ratified_at = f64::INFINITY;
        self.holds_for = 0.0;
        self.defector = None;
        self.terms.clear();
        self.signatures.clear();
        self.texts = 0;
    }
}
