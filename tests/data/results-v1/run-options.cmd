run scenarios/harbour.toml --worlds 40 --histories 5 --assert signed>=0.1 --json
