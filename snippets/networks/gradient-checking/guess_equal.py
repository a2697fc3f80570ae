computed, measured = 1.4e-9, 7e-10
distance = computed - measured

print(f"answer {distance / computed:.1f}")
#> answer 0.5
print(f"smaller {distance / measured:.1f}")
#> smaller 1.0
print(f"quotient {computed / measured:.1f}")
#> quotient 2.0
