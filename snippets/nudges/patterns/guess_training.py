from backprop import sigmoid

w_1, x_1, w_2, x_2, b = 1, 2, -3, 1, 1
to_w_1, to_x_1, to_w_2, to_x_2, to_b = -1 / 2, -1 / 4, -1 / 4, 3 / 4, -1 / 4

z = (w_1 - to_w_1) * x_1 + (w_2 - to_w_2) * x_2
print(f"answer {sigmoid(z + b - to_b):.2f}")
#> answer 0.82
along = (w_1 + to_w_1) * x_1 + (w_2 + to_w_2) * x_2 + b + to_b
print(f"along {sigmoid(along):.2f}")
#> along 0.18
print(f"without_bias {sigmoid(z + b):.2f}")
#> without_bias 0.78
moved = (w_1 - to_w_1) * (x_1 - to_x_1) + (w_2 - to_w_2) * (x_2 - to_x_2)
print(f"inputs_too {sigmoid(moved + b - to_b):.2f}")
#> inputs_too 0.98
