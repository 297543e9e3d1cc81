drivers scenarios/two-party.toml --breakeven parties.lower.outside.reservation --target 0.5 --worlds 40 --histories 5 --json
