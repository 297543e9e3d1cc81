drivers scenarios/two-party.toml --method sobol --points 8 --histories 2 --json
