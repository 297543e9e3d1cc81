//! One integration binary; one file a topic.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::float_cmp, reason = "what is written is loaded as it is, to the last bit")]

mod allocation;
mod alternating_conformance;
mod alternating_reference;
mod analysis_functions;
mod analysis_golden;
mod analysis_reference;
mod analysis_statistics;
mod bargaining_map;
mod cli_compare;
mod cli_discover;
mod cli_map;
mod cli_run;
mod cli_study;
mod compare;
mod diagnostics;
mod diagnostics_changes;
mod diagnostics_consistency;
mod diagnostics_names;
mod diagnostics_numbers;
mod diagnostics_options;
mod diagnostics_protocol;
mod diagnostics_shape;
mod diagnostics_size;
mod diagnostics_studies;
mod diagnostics_time;
mod diagnostics_warnings;
mod drivers;
mod golden;
mod import_genius;
mod invariance;
mod layering;
mod lifetimes;
mod loader;
mod loader_fuzz;
mod model_properties;
mod readme;
mod scenarios;
mod scenarios_twin;
mod schema;
mod solution_bargain;
mod solution_discrete;
mod solution_forecasts;
mod solution_opinions;
mod statistical_priors;
mod statistics;
mod stream_golden;
mod study_cluster;
mod study_journal;
mod support;
mod teach_brief;
mod twin;
mod twin_agreement;
mod twin_random;
