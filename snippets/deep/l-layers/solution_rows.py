from backprop import check_gradient

from network import X, Y, net

try:
    net.cost(X.T, Y)
except ValueError as error:
    print(*str(error).split("; ")[1:], sep="; ")
    #> got shape (5, 3); x.T has samples in columns

X3, Y3 = X[:, :3], Y[:, :3]  # as many samples as inputs
for name, inputs in [("columns", X3), ("rows", X3.T)]:
    checked = check_gradient(net, inputs, Y3) < 1e-6
    print(f"{name:8} cost {net.cost(inputs, Y3):.4f}", checked)
    #> columns  cost 0.5023 True
    #> rows     cost 0.6145 True
