//! The workbench's server: who is let in, what it reads and writes, and that it answers what the command does.

mod asked;
mod browser;
mod client;
mod files;
mod refused;
