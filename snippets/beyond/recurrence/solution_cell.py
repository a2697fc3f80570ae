from math import tanh

f, i, o = 0.95, 0.5, 0.8
g, before = 0.26, 1.2
c = f * before + i * g
above = o * (1 - tanh(c) ** 2)
arrives = 0.5 + above
print(f"at the new cell {above:.4f} + 0.5 = {arrives:.4f}")
#> at the new cell 0.2168 + 0.5 = 0.7168
print(f"at the old cell {arrives * f:.4f}")
#> at the old cell 0.6810

print("              gets   its weighted input")
#>               gets   its weighted input
for name, gets, slope in [
    ("forget gate", arrives * before, f * (1 - f)),
    ("input gate ", arrives * g, i * (1 - i)),
    ("output gate", tanh(c), o * (1 - o)),
    ("new content", arrives * i, 1 - g**2),
]:
    print(f"{name}  {gets:.4f}   {gets * slope:.4f}")
    #> forget gate  0.8602   0.0409
    #> input gate   0.1864   0.0466
    #> output gate  0.8538   0.1366
    #> new content  0.3584   0.3342
