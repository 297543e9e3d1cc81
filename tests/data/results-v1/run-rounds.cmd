run scenarios/job-offer.toml --worlds 40 --histories 5 --json
