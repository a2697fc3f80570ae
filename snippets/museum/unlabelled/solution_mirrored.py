from backprop import sigmoid

h = 1e-6
print(round((sigmoid(-h) - sigmoid(h)) / (2 * h), 2))  # z is 0
#> -0.25
