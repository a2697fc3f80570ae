w, delta = [2, 1, -1], [3, 4, 5]

print("answer", w[2] * delta[0] + w[0] * delta[1])
#> answer 5
print("stride_one", w[2] * delta[0] + w[1] * delta[1] + w[0] * delta[2])
#> stride_one 11
print("turned", w[0] * delta[0] + w[2] * delta[1])
#> turned 2
print("one_window", w[0] * delta[1])
#> one_window 8
