from tape import Value

points = [(0, 0), (0, 1), (1, 0), (1, 1)]
eta = 1


def squared_error(knobs, point, wanted):
    w1, w2, b = knobs
    x1, x2 = point
    a = (w1 * Value(x1) + w2 * Value(x2) + b).sigmoid()
    error = a + Value(-wanted)
    return error * error


for name, answers in [("or", [0, 1, 1, 1]), ("exclusive or", [0, 1, 1, 0])]:
    numbers = [0, 0, 0]  # two weights and a bias
    costs = []
    for _ in range(1001):
        knobs = [Value(number) for number in numbers]  # with fresh zeros in grad
        cost = Value(0)
        for point, wanted in zip(points, answers, strict=True):
            cost = cost + squared_error(knobs, point, wanted)
        cost.backward()
        numbers = [knob.data - eta * knob.grad for knob in knobs]
        costs.append(cost.data)
    shown = [f"{costs[steps]:.4f}" for steps in [0, 10, 100, 1000]]
    print(f"{name}, after 0, 10, 100, 1000 steps:", " ".join(shown))
    #> or, after 0, 10, 100, 1000 steps: 1.0000 0.3041 0.0326 0.0026
    #> exclusive or, after 0, 10, 100, 1000 steps: 1.0000 1.0000 1.0000 1.0000
