from network import forward, start, step, x

W2, b2, W3, b3 = start()
for _ in range(10_000):
    step(W2, b2, W3, b3)

a2, _ = forward(x, W2, b2, W3, b3)
for point, hidden, z in zip(x.T, a2.T, (W3 @ a2 + b3)[0], strict=True):
    print(point, "hidden", hidden.round(2), f"z {z:4.1f}")
    #> [0. 0.] hidden [0.88 0.   0.58] z -3.2
    #> [0. 1.] hidden [0.03 0.11 0.95] z  3.0
    #> [1. 0.] hidden [0.03 0.11 0.95] z  3.0
    #> [1. 1.] hidden [0.   0.87 1.  ] z -2.9
print("weights out", W3[0].round(1), "bias", b3[0].round(1))
#> weights out [-7.3 -8.4  2.8] bias [1.5]
