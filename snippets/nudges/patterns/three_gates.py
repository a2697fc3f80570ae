from backprop import add_backward, maximum_backward, multiply_backward

u, v = 4, -3
arriving = 2

for backward in [add_backward, multiply_backward, maximum_backward]:
    to_u, to_v = backward(u, v, arriving)
    print(f"{backward.__name__:17}  to u: {to_u:4}  to v: {to_v:4}")
    #> add_backward       to u:  2.0  to v:  2.0
    #> multiply_backward  to u: -6.0  to v:  8.0
    #> maximum_backward   to u:  2.0  to v:  0.0
