class Tracer:
    """Stands for a number; what is done with it is written down."""

    def __init__(self, name, lines):
        self.name = name
        self.lines = lines

    def note(self, operation, *others):
        out = Tracer(f"t{len(self.lines) + 1}", self.lines)
        self.lines.append((out.name, operation, self.name, *others))
        return out

    def __add__(self, other):
        return self.note("add", other.name)

    def __mul__(self, other):
        return self.note("mul", other.name)

    def sigmoid(self):
        return self.note("sigmoid")


def trace(f, *names):
    lines = []
    f(*(Tracer(name, lines) for name in names))
    return lines
