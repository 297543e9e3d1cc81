drivers scenarios/two-party.toml --method sobol --points 4 --histories 2 --of talks --json
