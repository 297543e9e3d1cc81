discover scenarios/two-party.toml --worlds 150 --histories 5 --resamples 10 --json
