success = 191 / 200

print(f"answer {success**40:.3f}")
#> answer 0.159
print(f"one_start {success:.3f}")
#> one_start 0.955
print(f"some_fail {1 - success**40:.3f}")
#> some_fail 0.841
