//! One integration binary; one file a topic.

mod loader_fuzz;
mod schema;
mod solution_discrete;
mod solution_forecasts;
mod statistical_priors;
mod stream_golden;
