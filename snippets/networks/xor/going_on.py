import numpy as np

from starts import answers, drawn, judged, train

others = [0, 6, 8, 11, 13, 24, 25, 32, 36, 38]
networks = drawn([30, *others], hidden=2)

print("       seed 30   ten others         weights up to")
#>        seed 30   ten others         weights up to
for epoch, eta in [(10_000, 0.1), (20_000, 1)]:
    train(*networks, epochs=10_000, eta=eta)
    loss, _ = judged(answers(*networks))
    span = f"{loss[1:].min():.3f} to {loss[1:].max():.3f}"
    largest = np.abs(networks[0][1:]).max()
    print(f"{epoch}  {loss[0]:.3f}     {span}     {largest:.1f}")
    #> 10000  0.169     0.127 to 0.129     7.4
    #> 20000  0.001     0.125 to 0.125     10.8
