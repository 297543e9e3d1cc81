drivers scenarios/two-party.toml --method sobol --points 64 --histories 5 --json
