map --positions tests/data/forecasts/car_emissions.csv --challenge scholz-code --rounds 3 --grid --json
