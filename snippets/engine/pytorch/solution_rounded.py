from backprop import Value

u = Value(2.7)
f = u + (round(u.data) - u.data)
f.backward()
print(f"value {f.data:.0f}, gradient {u.grad:.0f}")
#> value 3, gradient 1
