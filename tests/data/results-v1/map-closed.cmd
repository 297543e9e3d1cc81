map scenarios/northland.toml --worlds 20 --package ceasefire=100,territory=100,status=100,guarantees=100,sanctions=100 --json
