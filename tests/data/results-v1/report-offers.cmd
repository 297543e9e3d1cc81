report scenarios/job-offer.toml --variants --tornado --backtest scenarios/cases/minsk-2015.toml --worlds 40 --histories 5 --json
