eta, beta = 0.01, 0.9
print("steps   same direction   to and fro")
#> steps   same direction   to and fro
for steps in [1, 2, 10, 100]:
    velocities = []
    for sign in [1, -1]:
        v = w = 0
        for t in range(steps):
            g = sign**t
            v = beta * v - eta * g
            w = w + v
        velocities.append(abs(v))
    print(f"{steps:5}   {velocities[0]:14.4f}   {velocities[1]:10.4f}")
    #>     1           0.0100       0.0100
    #>     2           0.0190       0.0010
    #>    10           0.0651       0.0034
    #>   100           0.1000       0.0053
