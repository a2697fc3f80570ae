def in_order(output):
    seen, order = set(), []

    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent, _ in node.parents:
                visit(parent)
            order.append(node)

    visit(output)
    return order[::-1]


def go_back(output, order):
    output.grad = 1
    for node in order:
        for parent, local in node.parents:
            parent.grad += local * node.grad
