beta, before, after = 0.9, 0.04, 0.004
velocity = before / (1 - beta)

print(f"answer {beta * velocity + after:.4f}")
#> answer 0.3640
print(f"outside {after / (1 - beta):.4f}")
#> outside 0.0400
print(f"no_push {beta * velocity:.4f}")
#> no_push 0.3600
print(f"old_push {beta * velocity + before:.4f}")
#> old_push 0.4000
print(f"no_memory {after:.4f}")
#> no_memory 0.0040
