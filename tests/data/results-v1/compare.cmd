compare scenarios/two-party.toml --variant good-wells --worlds 40 --histories 5 --json
