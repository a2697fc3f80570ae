"""What the way back of `Value` and that of `Tensor` have in common: in which order it goes."""

from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)


def count_users(output: Node) -> dict[Node, int]:
    """Return the output and the results that it was made from, each with the number of times it is used.

    What was typed in has no part in it: it hands nothing on, so nothing has to wait for it.
    """
    users = {output: 0}
    found = [output]
    for node in found:  # which grows on the way
        for parent, _ in node.parents:
            if parent in users:
                users[parent] += 1
            elif parent.parents:
                users[parent] = 1
                found.append(parent)
    return users
