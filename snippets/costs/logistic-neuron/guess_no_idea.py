import math

print(f"answer {-math.log(0.5):.4f}")
#> answer 0.6931
print(f"other_base {-math.log10(0.5):.4f}")
#> other_base 0.3010
print(f"base_two {-math.log2(0.5):.4f}")
#> base_two 1.0000
print(f"both {-2 * math.log(0.5):.4f}")
#> both 1.3863
