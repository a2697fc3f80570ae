curve = 4.0  # the lambda of the bowl
for eta in [0.1, 0.25, 0.4, 0.6]:
    theta = 1.0
    path = []
    for _ in range(3):
        theta = theta - eta * curve * theta
        path.append(round(theta, 3))
    print(eta, path)
    #> 0.1 [0.6, 0.36, 0.216]
    #> 0.25 [0.0, 0.0, 0.0]
    #> 0.4 [-0.6, 0.36, -0.216]
    #> 0.6 [-1.4, 1.96, -2.744]
