print("answer", 1)
#> answer 1
print("flat", 0)
#> flat 0
print("value", 3)
#> value 3
