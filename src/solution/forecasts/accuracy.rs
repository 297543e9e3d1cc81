//! How often such forecasts were right: published errors on European Union decisions.
//!
//! The data set DEU III (Arregui & Perarnaud 2021, *The Decision-Making in the European Union (DEU
//! III) data set*, doi:10.34810/data53, CC BY 4.0) has 351 controversial issues with the outcome on a
//! scale from 0 to 100. Lessons: the weighted mean is the bar; the challenge model has more hits
//! (errors up to 5 points: 29 % against 17 %) and more disasters; untuned it is no better than always
//! answering 50; a Nash point with "no gain means the status quo" is a trap.

/// One published result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accuracy {
    /// Which issues were forecast.
    pub set: &'static str,
    /// How many; `None` where the source does not say.
    pub issues: Option<u32>,
    /// Which forecast.
    pub model: &'static str,
    /// Mean absolute error, in points of 0 to 100.
    pub mean_absolute_error: f64,
    /// Root mean square error, in points of 0 to 100.
    pub root_mean_square_error: Option<f64>,
    /// Median absolute error, in points of 0 to 100.
    pub median_absolute_error: Option<f64>,
    /// Where the numbers stand.
    pub source: &'static str,
}

/// The set of every issue with an outcome.
pub const DEU_ALL: &str = "DEU III, all issues with an outcome";
const KNOWN: &str = "DEU III, issues with a reference point";
/// The set of issues that were held out when models were tuned.
pub const DEU_TEST: &str = "DEU III, held-out test split";
const TEST_KNOWN: &str = "DEU III, held-out test split, issues with a reference point";
const EQUAL: &str = "DEU III, equal capabilities";
const BDM_1: &str = "Bueno de Mesquita 2011, table 1";
const BDM_3: &str = "Bueno de Mesquita 2011, table 3";

const OUTCOMES: &str =
    "recomputed from the outcomes of DEU III (doi:10.34810/data53) and the recorded forecasts";
const BACKTEST: &str = "backtest report of the open-source project schelling (BACKTEST.md)";
const SECOND: &str = "Bueno de Mesquita 2011, as quoted by the project schelling (second-hand)";

/// The published table, smallest mean error first within each set.
pub const ACCURACY: &[Accuracy] = &[
    row(DEU_ALL, 351, "compromise: salience × capability weighted mean", 22.992, OUTCOMES)
        .spread(29.771, 17.544),
    row(DEU_ALL, 351, "cross-validated ridge regression on rich features", 23.84, BACKTEST),
    row(
        DEU_ALL,
        351,
        "challenge, anchored at the reference point, Q = 0.7 (tuned)",
        26.829,
        OUTCOMES,
    )
    .spread(38.512, 20.0),
    row(DEU_ALL, 351, "challenge, as in the paper, Q = 1", 27.94, BACKTEST).spread(39.76, 20.0),
    row(DEU_ALL, 351, "always 50", 27.963, OUTCOMES),
    row(DEU_ALL, 351, "median actor", 28.37, BACKTEST).spread(40.64, 20.0),
    row(DEU_ALL, 351, "challenge, without risk attitudes", 28.82, BACKTEST).spread(41.66, 20.0),
    row(EQUAL, 351, "salience-weighted mean", 23.64, BACKTEST),
    row(EQUAL, 351, "challenge", 28.31, BACKTEST),
    row(KNOWN, 252, "compromise", 23.374, OUTCOMES),
    row(KNOWN, 252, "challenge, anchored at the reference point", 27.346, OUTCOMES),
    row(KNOWN, 252, "the reference point itself", 51.313, OUTCOMES),
    row(DEU_TEST, 106, "probabilistic Condorcet election", 20.43, BACKTEST),
    row(DEU_TEST, 106, "compromise", 21.09, BACKTEST),
    row(DEU_TEST, 106, "challenge with quantal response", 24.63, BACKTEST),
    row(TEST_KNOWN, 0, "compromise", 21.26, BACKTEST),
    row(TEST_KNOWN, 0, "Kalai–Smorodinsky against the reference point", 32.41, BACKTEST),
    row(TEST_KNOWN, 0, "weighted Nash against the reference point", 46.59, BACKTEST),
    row(BDM_1, 9, "weighted mean", 11.8, SECOND),
    row(BDM_1, 9, "challenge (old model)", 21.5, SECOND),
    row(BDM_1, 9, "weighted median", 29.4, SECOND),
    row(BDM_3, 0, "weighted mean", 19.4, SECOND),
    row(BDM_3, 0, "weighted median", 19.8, SECOND),
    row(BDM_3, 0, "challenge (old model)", 28.2, SECOND),
];

/// A row without spread; 0 issues stands for "not stated".
const fn row(
    set: &'static str,
    issues: u32,
    model: &'static str,
    mean_absolute_error: f64,
    source: &'static str,
) -> Accuracy {
    Accuracy {
        set,
        issues: if issues == 0 { None } else { Some(issues) },
        model,
        mean_absolute_error,
        root_mean_square_error: None,
        median_absolute_error: None,
        source,
    }
}

impl Accuracy {
    const fn spread(mut self, root_mean_square: f64, median: f64) -> Self {
        self.root_mean_square_error = Some(root_mean_square);
        self.median_absolute_error = Some(median);
        self
    }
}
