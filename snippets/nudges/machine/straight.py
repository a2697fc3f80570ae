def go_back(node):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        go_back(parent)
