mistakes = [0.5, 0.5, 0.5, 0.5]
squares = [mistake**2 for mistake in mistakes]

print(f"answer {sum(squares) / 4:.2f}")
#> answer 0.25
print(f"no_square {sum(mistakes) / 4:.2f}")
#> no_square 0.50
print(f"no_mean {sum(squares):.2f}")
#> no_mean 1.00
