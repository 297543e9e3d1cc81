//! One integration binary; one file a topic.

mod loader_fuzz;
mod schema;
mod statistical_priors;
mod stream_golden;
