run tests/twin_scenes/phases.toml --worlds 40 --histories 5 --json
