import numpy as np

from backprop import softmax

a = softmax([[2.0], [1.0], [0.0]])
y = np.array([[0.0], [1.0], [0.0]])
to_shares = -y / a  # the derivatives of the cross-entropy with respect to the shares
diagonal = to_shares * a * (1 - a)
jacobian = np.diagflat(a) - a @ a.T
for name, error in [("diagonal", diagonal), ("all paths", jacobian @ to_shares)]:
    shown = ", ".join(f"{e + 0.0:.3f}" for e in error[:, 0])
    print(f"{name}: {shown}; sum {abs(error.sum()):.3f}")
    #> diagonal: 0.000, -0.755, 0.000; sum 0.755
    #> all paths: 0.665, -0.755, 0.090; sum 0.000
