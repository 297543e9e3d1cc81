//! One integration binary; one file a topic.

mod solution_discrete;
mod solution_forecasts;
