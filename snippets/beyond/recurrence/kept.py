from backprop import sigmoid

print("bias  forget gate  after thirty moments")
#> bias  forget gate  after thirty moments
for bias in [0, 1, 3, 5]:
    gate = sigmoid(bias)
    print(f"{bias:4}  {gate:11.3f}  {gate**30:.1e}")
    #>    0        0.500  9.3e-10
    #>    1        0.731  8.3e-05
    #>    3        0.953  2.3e-01
    #>    5        0.993  8.2e-01
