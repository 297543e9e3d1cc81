//! `--grid PATH,…=VALUE,…`: points at which a mixture is fitted.

use crate::cli::exit::Failure;
use crate::model::path;

/// The most points of a grid.
const MOST: usize = 1_000;

/// All combinations of the values of some groups of paths.
pub(super) struct Grid {
    axes: Vec<Axis>,
}

struct Axis {
    paths: Vec<String>,
    values: Vec<String>,
}

impl Grid {
    /// Reads what was given; of nothing it has one point, that changes nothing.
    pub(super) fn read(given: &[String]) -> Result<Self, Failure> {
        let mut axes: Vec<Axis> = Vec::new();
        for text in given {
            let wrong = || {
                Failure::usage(format!(
                    "--grid {text}: write it as --grid PATH,…=VALUE,…, for example --grid \
                     parties.a.error,parties.b.error=0.02,0.05"
                ))
            };
            let (left, right) = path::cut_once(text, '=').ok_or_else(wrong)?;
            let parts = |text: &str| -> Vec<String> {
                text.split(',').map(|part| part.trim().to_owned()).collect()
            };
            let (paths, values) = (parts(left), parts(right));
            if paths.iter().chain(&values).any(String::is_empty) {
                return Err(wrong());
            }
            let taken = |path: &String| axes.iter().any(|axis| axis.paths.contains(path));
            if let Some(path) = paths.iter().find(|path| taken(path)) {
                return Err(Failure::usage(format!("--grid names {path} twice")));
            }
            axes.push(Axis { paths, values });
        }
        let grid = Self { axes };
        if grid.len() > MOST {
            return Err(Failure::usage(format!(
                "--grid has {} points; at most {MOST} are tried",
                grid.len()
            )));
        }
        Ok(grid)
    }

    /// How many points it has.
    pub(super) fn len(&self) -> usize {
        self.axes.iter().map(|axis| axis.values.len()).fold(1, usize::saturating_mul)
    }

    /// Which value every axis has at a point; the last axis is fastest.
    fn places(&self, mut point: usize) -> Vec<&str> {
        let mut places: Vec<&str> = Vec::new();
        for axis in self.axes.iter().rev() {
            places.push(&axis.values[point % axis.values.len()]);
            point /= axis.values.len();
        }
        places.reverse();
        places
    }

    /// The changes of a point, after some others.
    pub(super) fn sets(&self, point: usize, before: &[(String, String)]) -> Vec<(String, String)> {
        let mut sets = before.to_vec();
        for (axis, value) in self.axes.iter().zip(self.places(point)) {
            sets.extend(axis.paths.iter().map(|path| (path.clone(), value.to_owned())));
        }
        sets
    }

    /// Every point in words.
    pub(super) fn words(&self) -> Vec<String> {
        let word = |point: usize| {
            let axes = self.axes.iter().zip(self.places(point));
            let one = |(axis, value): (&Axis, &str)| format!("{} = {value}", axis.paths[0]);
            axes.map(one).collect::<Vec<_>>().join(", ")
        };
        (0..self.len()).map(word).collect()
    }
}
