//! Files of other programs.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::NOT_GENIUS,
        title: "This is no file of GENIUS",
        means: "The file is not sound XML, has a document type, is deeper or larger than any domain, or has no utility space in it.",
        matters: "Nothing can be read from it. Document types are refused because a few lines of them can grow to gigabytes.",
        example: "zopa import genius notes.xml buyer.xml seller.xml",
        instead: "zopa import genius domain.xml buyer.xml seller.xml",
    },
    Page {
        code: super::GENIUS_GAP,
        title: "Something is missing in a file of GENIUS, or means nothing",
        means: "An attribute, a weight or an evaluation is missing, is no number, or cannot be meant.",
        matters: "A utility would have to be guessed.",
        example: "<item index=\"1\" value=\"blue\"/>",
        instead: "<item index=\"1\" value=\"blue\" evaluation=\"3\"/>",
    },
    Page {
        code: super::OTHER_DOMAIN,
        title: "A profile is of another domain",
        means: "The profile has other issues, types, bounds or values than the domain.",
        matters: "What the party makes of the domain's outcomes is not said.",
        example: "<issue index=\"1\" name=\"Colour\" … />      # the domain: name=\"Price\"",
        instead: "<issue index=\"1\" name=\"Price\" … />",
    },
    Page {
        code: super::GENIUS_MISFIT,
        title: "A scenario cannot hold this of GENIUS",
        means: "Nested objectives, evaluations below 0, ranges whose value does not run straight from 0 to 1, more than 1,001 values of an issue or a million outcomes.",
        matters: "The scenario would give other utilities than GENIUS.",
        example: "<evaluator ftype=\"triangular\" … />",
        instead: "a discrete issue with an evaluation for every value",
    },
    Page {
        code: super::NOT_ADDITIVE,
        title: "A utility of GENIUS is not additive",
        means: "The profile's utility is of the type nonlinear or constraint, or has functions (<ufun>, <hyperRectangle>) over several issues at once.",
        matters: "A scenario adds up what each issue is worth by itself. No weights and scores give such a utility.",
        example: "<ufun type=\"PlainUfun\"><hyperRectangle utility=\"21\"> …",
        instead: "a profile with a <weight> for every issue and an evaluation for every value",
    },
];
