from backprop import sigmoid, sigmoid_prime

w_1, x_1, w_2, x_2, b = 1, 2, -3, 1, 1
eta = 1
for _ in range(3):
    z = w_1 * x_1 + w_2 * x_2 + b
    a = sigmoid(z)
    print(f"{w_1:.2f} {w_2:.2f} {b:.2f}  z {z:.2f}  a {a:.2f}  {(a - 1) ** 2:.3f}")
    #> 1.00 -3.00 1.00  z 0.00  a 0.50  0.250
    #> 1.50 -2.75 1.25  z 1.50  a 0.82  0.033
    #> 1.61 -2.70 1.30  z 1.83  a 0.86  0.019
    grad_z = 2 * (a - 1) * sigmoid_prime(z)
    w_1 = w_1 - eta * grad_z * x_1
    w_2 = w_2 - eta * grad_z * x_2
    b = b - eta * grad_z
