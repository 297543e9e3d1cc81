run tests/twin_scenes/crossed.toml --worlds 20 --histories 5 --json
