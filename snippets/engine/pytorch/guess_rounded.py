from backprop import Value, numerical_gradient

u = Value(2.7)
f = u + (round(u.data) - u.data)
f.backward()
print(f"answer {u.grad:.0f}")
#> answer 1
print(f"flat {numerical_gradient(round, 2.7):.0f}")
#> flat 0
print(f"value {f.data:.0f}")
#> value 3
