from ten_times import ten_times
from tracer import trace


def without_memory(turns):
    """Count the operations if a turn's value is computed again at each use."""
    return 0 if turns == 0 else 3 * without_memory(turns - 1) + 2


lines = trace(ten_times, "x")
print("answer", len(lines))
#> answer 20
print("once", len(trace(lambda x: x * x + x, "x")))
#> once 2
print("turns", sum(operation == "mul" for _, operation, *_ in lines))
#> turns 10
print("again", without_memory(turns=10))
#> again 59048
