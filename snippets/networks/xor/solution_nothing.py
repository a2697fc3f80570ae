import numpy as np

from starts import answers, drawn, judged

wanted = np.array([0, 1, 1, 0])
for answer in [0, 0.25, 0.5, 0.75, 1]:
    print(answer, np.mean((wanted - answer) ** 2))
    #> 0 0.5
    #> 0.25 0.3125
    #> 0.5 0.25
    #> 0.75 0.3125
    #> 1 0.5

loss, _ = judged(answers(*drawn(range(40), hidden=3)))
low, middle, high = loss.min(), np.median(loss), loss.max()
print(f"forty starts: {low:.2f} to {high:.2f}, median {middle:.2f}")
#> forty starts: 0.25 to 0.42, median 0.27
