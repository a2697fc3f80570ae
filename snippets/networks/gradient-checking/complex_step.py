from backprop import sigmoid, sigmoid_prime

h = 1e-30
print(f"{sigmoid(-2 + 1j * h).imag / h:.14f}")
#> 0.10499358540351
print(f"{sigmoid_prime(-2):.14f}")
#> 0.10499358540351
