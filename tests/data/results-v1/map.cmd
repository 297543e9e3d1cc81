map scenarios/two-party.toml --worlds 40 --package water=50,payment=100,gauges=50 --json
