import numpy as np

from backprop import numerical_gradient


def fall(inputs):
    length, period = inputs
    return 4 * np.pi**2 * length / period**2


measured = [0.84, 18.4 / 10]
print(f"result: {fall(measured):.2f}")
#> result: 9.79
to_length, to_period = numerical_gradient(fall, measured)
print(f"derivatives: {to_length:.2f} and {to_period:.2f}")
#> derivatives: 11.66 and -10.65
print(f"length 0.007 longer: {to_length * 0.007:.3f}")
#> length 0.007 longer: 0.082
for swings in [10, 20, 40]:
    off = 0.3 / swings
    print(f"{swings} swings, period {off:.4f} longer: {to_period * off:.3f}")
    #> 10 swings, period 0.0300 longer: -0.319
    #> 20 swings, period 0.0150 longer: -0.160
    #> 40 swings, period 0.0075 longer: -0.080
