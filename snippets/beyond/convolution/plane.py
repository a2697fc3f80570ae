import numpy as np

from backprop import convolve, convolve_backward

x = np.array([[1, 2, 4], [0, 3, 1]]).reshape(1, 2, 3, 1)
w = np.array([[1, -1], [0, 10]]).reshape(1, 1, 2, 2)
delta = np.array([1, 100]).reshape(1, 1, 2, 1)

print("z", convolve(x, w).ravel())
#> z [29.  8.]
onward, nabla_w = convolve_backward(delta, x, w)
for row in [*nabla_w[0, 0], *onward[0, :, :, 0]]:
    print(row)
    #> [201. 402.]
    #> [300. 103.]
    #> [   1.   99. -100.]
    #> [   0.   10. 1000.]
