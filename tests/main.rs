//! One integration binary; one file a topic.

mod solution_forecasts;
