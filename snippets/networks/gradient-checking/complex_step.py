from backprop import sigmoid, sigmoid_prime

h = 1e-30
print(f"{sigmoid(-2 + 1j * h).imag / h:.15f}")
#> 0.104993585403507
print(f"{sigmoid_prime(-2):.15f}")
#> 0.104993585403507
