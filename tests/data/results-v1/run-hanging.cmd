run tests/data/results-v1/hanging.toml --worlds 40 --histories 5 --json
