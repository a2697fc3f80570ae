from backprop import sigmoid, sigmoid_prime

a, b, c = 1, -2, -3
eta = 0.1
for step in range(1, 1001):
    d = a + b
    grad_e = sigmoid_prime(d * c)
    grad_d, grad_c = c * grad_e, d * grad_e
    a, b, c = a + eta * grad_d, b + eta * grad_d, c + eta * grad_c
    if step in (1, 10, 100, 1000):
        print(f"after {step:4}: f = {sigmoid((a + b) * c):.4f}")
        #> after    1: f = 0.9563
        #> after   10: f = 0.9749
        #> after  100: f = 0.9957
        #> after 1000: f = 0.9996
