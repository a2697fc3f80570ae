from backprop import add_backward, maximum_backward, multiply_backward

u, v, t = 2, 3, 1
grad_s, grad_r = multiply_backward(u + v, max(v, t), 1)
first = add_backward(u, v, grad_s)[1]
second = maximum_backward(v, t, grad_r)[0]

print(f"answer {3 * (first + second):.0f}")
#> answer 24
print(f"one_walk {first + second:.0f}")
#> one_walk 8
print(f"two_walks {2 * (first + second):.0f}")
#> two_walks 16
print(f"last_share {3 * second:.0f}")
#> last_share 15
