discover tests/data/discover/aid.csv --lever aid --where odds>=0.2 --json
