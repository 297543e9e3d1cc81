//! Questions over worlds and runs: the bargaining map.

pub mod map;
