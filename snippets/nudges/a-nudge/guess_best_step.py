def f(eta):
    return (4 - 3 * eta) * (-3 + 4 * eta)


top = 25 / 24
print(f"answer {f(top):.4f}")
#> answer 1.0208
print(f"step {top:.4f}")
#> step 1.0417
print(f"whole_step {f(1):.4f}")
#> whole_step 1.0000
print(f"not_doubled {f(25 / 12):.4f}")
#> not_doubled -12.0000
