import math


def walk_back(lines, numbers):
    values = dict(numbers)
    for out, operation, *inputs in lines:
        given = [values[name] for name in inputs]
        if operation == "add":
            values[out] = given[0] + given[1]
        elif operation == "mul":
            values[out] = given[0] * given[1]
        else:
            values[out] = 1 / (1 + math.exp(-given[0]))
    arrived = dict.fromkeys(values, 0.0)
    arrived[lines[-1][0]] = 1.0
    for out, operation, *inputs in reversed(lines):
        if operation == "add":
            slopes = [1, 1]
        elif operation == "mul":
            slopes = [values[inputs[1]], values[inputs[0]]]
        else:
            slopes = [values[out] * (1 - values[out])]
        for name, slope in zip(inputs, slopes, strict=True):
            arrived[name] += slope * arrived[out]
    return [arrived[name] for name in numbers]


if __name__ == "__main__":
    from tracer import trace

    circuit = trace(lambda a, b, c: ((a + b) * c).sigmoid(), "a", "b", "c")
    numbers = {"a": 1.0, "b": -2.0, "c": -3.0}
    print([round(slope, 4) for slope in walk_back(circuit, numbers)])
    #> [-0.1355, -0.1355, -0.0452]
