//! The axes of a design: what moves together is one axis, and the cases are every combination of a
//! place on each.

use std::collections::BTreeMap;

use crate::analysis::design::{SobolSequence, latin_hypercube, random};
use crate::analysis::{AnalysisError, Points};
use crate::scenario::{DesignChoice, Factor, Level, Levels, NO_VARIANT, Role, Sampling, StudyFile};
use crate::stream::{Purpose, Seed, StreamKey};

/// Factors that move together.
#[derive(Clone, Debug)]
pub(super) enum Axis {
    /// The values of each, one after the other.
    Listed {
        /// Which factors.
        factors: Vec<usize>,
        /// Their values, factor by factor; equally many.
        levels: Vec<Vec<Level>>,
    },
    /// Points of a sample.
    Sampled {
        /// Which factors, each with its coordinate and its values.
        factors: Vec<(usize, usize, Factor)>,
        /// The points.
        points: Points,
    },
    /// Rows of a table, with a value for every factor.
    Tabled(Vec<Vec<Level>>),
}

impl Axis {
    /// How many places it has.
    pub(super) fn len(&self) -> u64 {
        let len = match self {
            Self::Listed { levels, .. } => levels.first().map_or(0, Vec::len),
            Self::Sampled { points, .. } => points.len(),
            Self::Tabled(rows) => rows.len(),
        };
        len as u64
    }

    /// Puts the values at a place into their factors' slots.
    pub(super) fn fill(&self, place: u64, values: &mut [Option<Level>]) {
        let place = place as usize;
        match self {
            Self::Listed { factors, levels } => {
                for (&factor, levels) in factors.iter().zip(levels) {
                    values[factor] = levels.get(place).cloned();
                }
            }
            Self::Sampled { factors, points } => {
                let row = points.row(place);
                for (index, coordinate, factor) in factors {
                    values[*index] = Some(at_share(factor, row[*coordinate]));
                }
            }
            Self::Tabled(rows) => {
                for (slot, level) in values.iter_mut().zip(&rows[place]) {
                    *slot = Some(level.clone());
                }
            }
        }
    }

    /// Every value of a factor that is listed or tabled, each once, in order.
    pub(super) fn levels_of(&self, factor: usize) -> Vec<Level> {
        let all: Vec<Level> = match self {
            Self::Listed { factors, levels } => {
                let own = factors.iter().position(|&index| index == factor);
                own.map_or_else(Vec::new, |own| levels[own].clone())
            }
            Self::Sampled { factors, .. } => {
                let own = factors.iter().find(|(index, _, _)| *index == factor);
                own.map_or_else(Vec::new, |(_, _, factor)| match &factor.levels {
                    Levels::Listed(levels) => levels.clone(),
                    _ => Vec::new(),
                })
            }
            Self::Tabled(rows) => rows.iter().filter_map(|row| row.get(factor).cloned()).collect(),
        };
        let mut once: Vec<Level> = Vec::new();
        for level in all {
            if !once.contains(&level) {
                once.push(level);
            }
        }
        once
    }

    /// What decides the cases beside the factors themselves.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Listed { factors, .. } => format!("listed {factors:?}\n"),
            Self::Sampled { factors, points } => {
                let coordinates: Vec<(usize, usize)> =
                    factors.iter().map(|(index, coordinate, _)| (*index, *coordinate)).collect();
                format!("sampled {coordinates:?} {}\n", points.len())
            }
            Self::Tabled(rows) => format!("tabled {rows:?}\n"),
        }
    }
}

/// The value of a factor at a share of its probability: a quantile, or one of its list.
fn at_share(factor: &Factor, share: f64) -> Level {
    match &factor.levels {
        Levels::Drawn(prior) => factor.apply.number(prior.quantile(share)),
        Levels::Listed(levels) => {
            let index = (share * levels.len() as f64) as usize;
            levels[index.min(levels.len() - 1)].clone()
        }
        Levels::Tabled => Level::named(NO_VARIANT),
    }
}

/// The kind of a design, as its file has it.
pub(super) fn word(design: &DesignChoice) -> &'static str {
    match design {
        DesignChoice::Grid => "grid",
        DesignChoice::List | DesignChoice::Table(_) => "list",
        DesignChoice::Sample(Sampling::LatinHypercube, _) => "latin-hypercube",
        DesignChoice::Sample(Sampling::Sobol, _) => "sobol",
        DesignChoice::Sample(Sampling::Random, _) => "random",
    }
}

/// The axes of a study's design.
pub(super) fn of(
    file: &StudyFile,
    rows: Option<Vec<Vec<Level>>>,
) -> Result<Vec<Axis>, AnalysisError> {
    if let Some(rows) = rows {
        return Ok(vec![Axis::Tabled(rows)]);
    }
    let groups = groups(file);
    let DesignChoice::Sample(sampling, count) = file.design.value else {
        return Ok(groups.iter().map(|group| listed(file, group)).collect());
    };
    let lever = |group: &&Vec<usize>| file.factors[group[0]].role == Some(Role::Lever);
    let (levers, drawn): (Vec<_>, Vec<_>) = groups.iter().partition(lever);
    let mut axes = Vec::new();
    if !drawn.is_empty() {
        let key = StreamKey::new(Seed(file.play.seed), Purpose::Design, "study");
        let (dimensions, count) = (drawn.len(), count as usize);
        let points = match sampling {
            Sampling::LatinHypercube => latin_hypercube(dimensions, count, &key)?,
            Sampling::Sobol => SobolSequence::scrambled(dimensions, &key)?.points(0, count)?,
            Sampling::Random => random(dimensions, count, &key)?,
        };
        let members = drawn.iter().enumerate().flat_map(|(coordinate, group)| {
            group.iter().map(move |&index| (index, coordinate, file.factors[index].clone()))
        });
        axes.push(Axis::Sampled { factors: members.collect(), points });
    }
    axes.extend(levers.into_iter().map(|group| listed(file, group)));
    Ok(axes)
}

/// The factors by what moves together, in the order of the file.
fn groups(file: &StudyFile) -> Vec<Vec<usize>> {
    if file.design.value == DesignChoice::List {
        return vec![(0..file.factors.len()).collect()];
    }
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, factor) in file.factors.iter().enumerate() {
        match factor.zip.as_deref().map(|zip| *named.entry(zip).or_insert(groups.len())) {
            Some(group) if group < groups.len() => groups[group].push(index),
            _ => groups.push(vec![index]),
        }
    }
    groups
}

fn listed(file: &StudyFile, group: &[usize]) -> Axis {
    let levels = group.iter().map(|&index| match &file.factors[index].levels {
        Levels::Listed(levels) => levels.clone(),
        Levels::Drawn(_) | Levels::Tabled => Vec::new(),
    });
    Axis::Listed { factors: group.to_vec(), levels: levels.collect() }
}
