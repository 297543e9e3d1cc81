drivers scenarios/two-party.toml --method morris --trajectories 10 --histories 5 --json
