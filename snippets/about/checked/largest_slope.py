from backprop import sigmoid

for first, last in [(1, 2), (0.5, 1), (0.5, 0.75), (0.75, 1)]:
    largest = sigmoid(last) * (1 - sigmoid(first))
    print(f"from {first} to {last}: at most {largest:.4f}")
    #> from 1 to 2: at most 0.2369
    #> from 0.5 to 1: at most 0.2760
    #> from 0.5 to 0.75: at most 0.2564
    #> from 0.75 to 1: at most 0.2345
