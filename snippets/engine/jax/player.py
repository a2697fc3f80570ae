OPERATIONS = {
    "add": lambda r, t: r + t,
    "mul": lambda r, t: r * t,
    "sigmoid": lambda r: r.sigmoid(),
}


def play(lines, **values):
    for out, operation, *inputs in lines:
        values[out] = OPERATIONS[operation](*(values[name] for name in inputs))
    return values[out]
