drivers scenarios/two-party.toml --of talks --worlds 40 --histories 5 --json
