from backprop import sigmoid

slope = sigmoid(0) * (1 - sigmoid(0))

print(f"answer {-slope:.2f}")
#> answer -0.25
print(f"sign {slope:.2f}")
#> sign 0.25
print(f"value {sigmoid(0):.1f}")
#> value 0.5
