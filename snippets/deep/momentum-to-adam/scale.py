import numpy as np

from backprop import SGD, RMSProp

for factor in [0.001, 1, 1000]:
    steps = []
    for optimiser in [SGD(), RMSProp()]:
        w = np.array([0.0])
        for g in [1.0, 2.0, 1.5]:
            optimiser.step(w, np.array([factor * g]), eta=0.01)
        steps.append(f"{w[0]:.3g}")
    print(f"cost times {factor}: SGD {steps[0]}, RMSProp {steps[1]}")
    #> cost times 0.001: SGD -4.5e-05, RMSProp -0.0786
    #> cost times 1: SGD -0.045, RMSProp -0.0786
    #> cost times 1000: SGD -45, RMSProp -0.0786
