beta, first, second = 0.5, 1, 3

print(f"answer {beta * first + second}")
#> answer 3.5
print(f"reversed {first + beta * second}")
#> reversed 2.5
print(f"early {beta * (beta * first + second):.2f}")
#> early 1.75
print(f"plain {first + second}")
#> plain 4
