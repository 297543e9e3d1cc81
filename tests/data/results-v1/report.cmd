report scenarios/two-party.toml --worlds 40 --histories 5 --json
