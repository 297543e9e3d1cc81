map --positions tests/data/forecasts/ktab_three_dimensions.csv --json
