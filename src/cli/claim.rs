//! Claims on the command line: `signed>=0.4`.

use super::exit::Failure;
use super::share::share;
use crate::montecarlo::Comparison;

/// What is claimed of whose odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Claim<'t> {
    /// The name: a link of the chain, a question, a column.
    pub(crate) name: &'t str,
    /// At least or at most.
    pub(crate) comparison: Comparison,
    /// The bound; a percentage is a part of 1.
    pub(crate) bound: f64,
}

/// Reads the claim of an option.
pub(crate) fn claim<'t>(option: &str, text: &'t str) -> Result<Claim<'t>, Failure> {
    const SIGNS: [(&str, Comparison); 4] = [
        (">=", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        ("≥", Comparison::AtLeast),
        ("≤", Comparison::AtMost),
    ];
    // What is written for the two, and how each is meant.
    const OTHERS: [(&str, &str); 7] = [
        ("=>", ">="),
        ("=<", "<="),
        (">", ">="),
        ("<", "<="),
        ("==", ">="),
        ("=", ">="),
        (":", ">="),
    ];
    let found = SIGNS.iter().find_map(|(sign, comparison)| {
        let (name, bound) = text.split_once(sign)?;
        Some((name.trim(), *comparison, bound.trim()))
    });
    let Some((name, comparison, bound)) = found else {
        let meant = OTHERS.iter().find_map(|(sign, meant)| {
            let (name, bound) = text.split_once(sign)?;
            Some((name.trim(), *meant, bound.trim()))
        });
        return Err(Failure::usage(match meant {
            Some((name, meant, bound)) if !name.is_empty() && !bound.is_empty() => format!(
                "{option} {text}: claims are made with “>=” or “<=”; write {option} \
                 '{name}{meant}{bound}'"
            ),
            _ => format!(
                "{option} {text} has neither “>=” nor “<=”; write for example {option} 'signed>=0.4'"
            ),
        }));
    };
    if name.is_empty() {
        return Err(Failure::usage(format!(
            "{option} {text} does not say whose odds; write for example {option} 'signed>=0.4'"
        )));
    }
    let bound = share(bound).map_err(|help| {
        Failure::usage(format!("{option} {text}: “{bound}” is not a number; {help}"))
    })?;
    Ok(Claim { name, comparison, bound })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        claim("--assert", text).unwrap_err().message
    }

    #[test]
    fn claims_are_read() {
        for (text, comparison, bound) in [
            ("signed>=0.4", Comparison::AtLeast, 0.4),
            (" signed <= 40% ", Comparison::AtMost, 0.4),
            ("signed≥0.4", Comparison::AtLeast, 0.4),
        ] {
            let read = claim("--assert", text).unwrap();
            assert_eq!((read.name, read.comparison), ("signed", comparison), "{text}");
            assert!((read.bound - bound).abs() <= 0.0, "{text}");
        }
    }

    #[test]
    fn what_is_no_claim_is_refused_with_the_mend() {
        for (text, message) in [
            (
                "signed>0.4",
                "--assert signed>0.4: claims are made with “>=” or “<=”; write --assert 'signed>=0.4'",
            ),
            (
                "signed < 40%",
                "--assert signed < 40%: claims are made with “>=” or “<=”; write --assert 'signed<=40%'",
            ),
            (
                "signed=>0.4",
                "--assert signed=>0.4: claims are made with “>=” or “<=”; write --assert 'signed>=0.4'",
            ),
            (
                "signed",
                "--assert signed has neither “>=” nor “<=”; write for example --assert 'signed>=0.4'",
            ),
            (
                ">=0.4",
                "--assert >=0.4 does not say whose odds; write for example --assert 'signed>=0.4'",
            ),
            ("signed>=0,4", "--assert signed>=0,4: “0,4” is not a number; write 0.4"),
            (
                "signed>=many",
                "--assert signed>=many: “many” is not a number; a share is a number such as 0.25, or 25%",
            ),
        ] {
            assert_eq!(refused(text), message);
        }
    }
}
