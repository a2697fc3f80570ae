from backprop import add

b = -3
print(f"answer {add(30 / b, b):g}")
#> answer -13
print(f"wrong_sign {add(-30 / b, b):g}")
#> wrong_sign 7
print(f"for_the_sum {add(30 - b, b):g}")
#> for_the_sum 30
print(f"as_before {add(4, b):g}")
#> as_before 1
