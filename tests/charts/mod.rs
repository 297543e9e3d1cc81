//! The charts: what each draws in a tiny case, and what holds for any input.

mod drawing;
mod golden;
mod hostile;
mod properties;
mod tiny;
