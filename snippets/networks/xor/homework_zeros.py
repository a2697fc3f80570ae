from backprop import Network

net = Network([2, 3, 3, 1], init="zeros")
x, y = [[1], [2]], [[0]]
moved = {}
for step in range(1, 6):
    nabla_b, nabla_w = net.backprop(x, y)
    for i in range(3):
        if nabla_w[i].any() and i not in moved:
            moved[i] = step
        net.weights[i] -= nabla_w[i]
        net.biases[i] -= nabla_b[i]
print("the matrix next to the inputs first moves in step", moved[0])
#> the matrix next to the inputs first moves in step 3
