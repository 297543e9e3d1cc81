compare-codings scenarios/two-party.toml scenarios/codings/two-party-second.toml --worlds 40 --histories 5 --json
