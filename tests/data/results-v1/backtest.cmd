backtest scenarios/cases/camp-david-1978.toml scenarios/cases/camp-david-2000.toml scenarios/cases/minsk-2015.toml --worlds 40 --histories 5 --recalibration-worlds 20 --json
