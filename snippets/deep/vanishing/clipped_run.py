from diverges import fresh, x, y

from backprop import train

for seed in [0, 1, 2]:
    history = train(fresh(seed), x, y, eta=0.05, epochs=60, clip_norm=2)
    first, right = history.cost[0], history.accuracy[-1] > 0.95
    print(f"seed {seed}: cost {first:.1f} at first; in the end over 95% right: {right}")
    #> seed 0: cost 19.7 at first; in the end over 95% right: True
    #> seed 1: cost 4.8 at first; in the end over 95% right: True
    #> seed 2: cost 4.7 at first; in the end over 95% right: True
