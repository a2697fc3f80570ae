from backprop import sigmoid, sigmoid_prime

u = 0
gradient = 1
for n in range(1, 11):
    gradient = gradient * sigmoid_prime(u)
    u = sigmoid(u)
    if n in (1, 2, 5, 10):
        print(f"n = {n:2}  slope {gradient:.10f}  bound {0.25**n:.10f}")
        #> n =  1  slope 0.2500000000  bound 0.2500000000
        #> n =  2  slope 0.0587509281  bound 0.0625000000
        #> n =  5  slope 0.0006763392  bound 0.0009765625
        #> n = 10  slope 0.0000003875  bound 0.0000009537
