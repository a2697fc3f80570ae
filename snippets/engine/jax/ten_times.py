def ten_times(x):
    for _ in range(10):
        x = x * x + x
    return x
