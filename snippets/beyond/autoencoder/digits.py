from backprop import datasets

x, y, x_new, y_new = datasets.split(*datasets.digits())
