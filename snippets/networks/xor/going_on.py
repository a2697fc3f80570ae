import numpy as np

from starts import answers, drawn, judged, train

others = [0, 6, 8, 11, 13, 24, 25, 32, 36, 38]
networks = drawn([30, *others], hidden=2)
train(*networks, epochs=10_000)

losses, weights = [], []
for _ in range(10_001):
    losses.append(judged(answers(*networks))[0])
    weights.append(networks[0].copy())
    train(*networks, epochs=1, eta=1)

print("       seed 30   ten others         weights up to")
#>        seed 30   ten others         weights up to
for epoch in [0, 10_000]:
    loss, rest = losses[epoch][0], losses[epoch][1:]
    span = f"{rest.min():.3f} to {rest.max():.3f}"
    largest = np.abs(weights[epoch][1:]).max()
    print(f"{10_000 + epoch}  {loss:.3f}     {span}     {largest:.1f}")
    #> 10000  0.169     0.127 to 0.129     7.4
    #> 20000  0.001     0.125 to 0.125     10.8
print("steps up:", np.sum(np.diff(losses, axis=0) > 0))
#> steps up: 0
print(f"longest step: {np.abs(np.diff(weights, axis=0)).max():.2f}")
#> longest step: 0.02
