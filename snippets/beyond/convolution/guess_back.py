w, delta = [-1, 2], [3, 0, 5]

print("answer", w[0] * delta[1] + w[1] * delta[0])
#> answer 6
print("turned", w[0] * delta[0] + w[1] * delta[1])
#> turned -3
print("one_window", w[0] * delta[1])
#> one_window 0
