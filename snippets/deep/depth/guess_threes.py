units, layers = 3, 4

print(f"answer {units**layers}")
#> answer 81
print(f"added {units * layers}")
#> added 12
print(f"one_layer {units * layers + 1}")
#> one_layer 13
print(f"exchanged {layers**units}")
#> exchanged 64
print(f"each_unit {2 ** (units * layers)}")
#> each_unit 4096
