from backprop import numerical_gradient


def e(inputs):
    a, b, c = inputs
    return (a + b) * c


for inputs in [[0, 0.25, -0.5], [1, -0.75, -0.5], [1, -2, -3]]:
    print(f"{inputs}: e = {e(inputs):.3f}, {numerical_gradient(e, inputs).round(4)}")
    #> [0, 0.25, -0.5]: e = -0.125, [-0.5  -0.5   0.25]
    #> [1, -0.75, -0.5]: e = -0.125, [-0.5  -0.5   0.25]
    #> [1, -2, -3]: e = 3.000, [-3. -3. -1.]
