//! Studies.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::FACTOR_VALUES,
        title: "A factor's values cannot be read",
        means: "A factor of a study has no values, values of two kinds, a range that runs backwards, a step where there is no range, or numbers that cannot be applied as it says.",
        matters: "Every case of the study takes one of the factor's values.",
        example: "[factors.cost]\npath = \"parties.russia.outside.cost\"",
        instead: "[factors.cost]\npath = \"parties.russia.outside.cost\"\nvalues = [0.05, 0.1, 0.2]",
    },
    Page {
        code: super::FACTOR_DESIGN,
        title: "A factor does not fit the design",
        means: "A grid or a list needs listed values; levers meet every point of a sample and need listed values too; factors that move together need equally many.",
        matters: "It would not be clear which cases are to be played.",
        example: "[factors.cost]\npath = \"parties.russia.outside.cost\"\nrange = [0.05, 0.2]",
        instead: "[factors.cost]\npath = \"parties.russia.outside.cost\"\nrange = [0.05, 0.2]\nsteps = 4",
    },
    Page {
        code: super::FACTOR_FAILS,
        title: "A factor does not fit a scenario",
        means: "A scenario of the study does not have the path or the variant that a factor names, or does not allow one of its values.",
        matters: "The case could not be played; better to know it before the first than after hours.",
        example: "path = \"parties.rusia.outside.cost\"",
        instead: "path = \"parties.russia.outside.cost\"",
    },
    Page {
        code: super::UNKNOWN_OUTPUT,
        title: "An output is not known",
        means: "Outputs are links of the chain (talks, ground, signed, ratified, carried-out, holds), zopa, ids of questions, terms.ISSUE and value.PARTY; at least one scenario has to know it.",
        matters: "The column would be empty.",
        example: "outputs = [\"signature\"]",
        instead: "outputs = [\"signed\"]",
    },
    Page {
        code: super::DESIGN_KEY,
        title: "A key does not go with the design",
        means: "Samples need `points`, which grids and lists do not have; a `table` of cases goes with the design `list` alone.",
        matters: "The key would be ignored.",
        example: "design = { kind = \"grid\", points = 64 }",
        instead: "design = { kind = \"latin-hypercube\", points = 64 }",
    },
    Page {
        code: super::CASES_TABLE,
        title: "The table of cases cannot be used",
        means: "A table of cases is a CSV file with one column for each factor, named like it, and one row for each case.",
        matters: "A case without a value for a factor cannot be played.",
        example: "cost,backstop\n0.05,\n0.10,0.4",
        instead: "cost,backstop\n0.05,0.2\n0.10,0.4",
    },
    Page {
        code: super::TOO_MANY_CASES,
        title: "Too many cases",
        means: "The factors, the scenarios and the replications multiply to more than ten million cases.",
        matters: "It is most likely a slip, and would take weeks.",
        example: "design = { kind = \"grid\" }        # 8 factors with 10 values each",
        instead: "design = { kind = \"sobol\", points = 4096 }",
    },
    Page {
        code: super::SCENARIO_FAILS,
        title: "A scenario of the study does not load",
        means: "A scenario file that the study names has errors of its own, or it or the table of cases cannot be read. Names go from the folder of the study, with / between folders.",
        matters: "None of its cases could be played.",
        example: "scenarios = [\"draft.toml\"]",
        instead: "# zopa check draft.toml tells what to mend",
    },
    Page {
        code: super::TAKEN_NAME,
        title: "A name is taken",
        means: "A factor has the name of a column that results have of their own, of a link of the chain or of another output, or one that ends like the columns of an interval (_low, _high, _worlds).",
        matters: "Two columns would have the same name.",
        example: "[factors.seed]",
        instead: "[factors.first-seed]",
    },
];
