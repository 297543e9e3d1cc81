map scenarios/class/2-concert.toml --worlds 40 --package fee=6,end=midnight,cleaning=orchestra --grid --json
