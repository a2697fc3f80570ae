import numpy as np

from backprop import attend

e = np.exp(np.array([-np.inf, -np.inf]))
with np.errstate(invalid="ignore"):
    print("exponentials:", e, " weights:", e / e.sum())
    #> exponentials: [0. 0.]  weights: [nan nan]

q, k, v = np.ones((3, 1, 2, 1))
try:
    attend(q, k, v, np.array([[True, False], [True, False]]))
except ValueError as error:
    print(error)
    #> mask must let each query look at one key at least; query 1 sees none
