//! The command: parse, do, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    zopa::cli::main()
}
