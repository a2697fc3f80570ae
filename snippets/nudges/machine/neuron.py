from tape import Value

w_1, x_1, w_2, x_2, b = [Value(number) for number in [1, 2, -3, 1, 1]]
p_1 = w_1 * x_1
p_2 = w_2 * x_2
z = p_1 + p_2 + b
a = z.sigmoid()
a.backward()

print("inputs:", *[f"{node.grad:g}" for node in [w_1, x_1, w_2, x_2, b]])
#> inputs: 0.5 0.25 0.25 -0.75 0.25
print("gates: ", *[f"{node.grad:g}" for node in [p_1, p_2, z, a]])
#> gates:  0.25 0.25 0.25 1
