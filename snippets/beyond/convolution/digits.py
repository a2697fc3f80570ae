from backprop import datasets

x, y, x_new, y_new = datasets.split(*datasets.digits())
x, y = x[:, :300], y[:, :300]
