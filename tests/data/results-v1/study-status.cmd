study status scenarios/studies/backstop.toml --json
