from backprop import sigmoid

print(f"only a: {sigmoid((1 + 0.1 - 2) * -3):.4f}")
#> only a: 0.9370
print(f"a down: {sigmoid((1 - 0.1 - 2) * -3):.4f}")
#> a down: 0.9644
print(f"c down: {sigmoid((1 - 2) * (-3 - 0.1)):.4f}")
#> c down: 0.9569
