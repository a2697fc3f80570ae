import numpy as np

from backprop import SGD, Adam, Momentum, RMSProp

turn = np.array([[1, -1], [1, 1]]) / np.sqrt(2)  # by an eighth of a turn
along = np.diag([1.0, 25.0])
askew = turn @ along @ turn.T
start = np.array([10.0, 1.0])


def fewest_steps(make, curvatures, w):
    counts = []
    for eta in np.geomspace(0.01, 3, 40):
        optimiser, place = make(), w.copy()
        for count in range(1, 301):
            optimiser.step(place, curvatures @ place, eta)
            if abs(place).max() > 1000:
                break
            if place @ curvatures @ place < 0.1:
                counts.append(count)
                break
    return min(counts)


print("           along   askew")
#>            along   askew
for make in [SGD, lambda: Momentum(0.5), RMSProp, lambda: Adam(0.5)]:
    counts = fewest_steps(make, along, start), fewest_steps(make, askew, turn @ start)
    print(f"{type(make()).__name__:8}   {counts[0]:5}   {counts[1]:5}")
    #> SGD           48      48
    #> Momentum      12      12
    #> RMSProp        4      39
    #> Adam           8      19
