"""How long things take, as ratios within one run: `python -m bench` writes the tables in `bench/results/`."""
