promised = -1 / 4 * 0.1
moved = 1 / 2.1 - 1 / 2
print(f"promised {promised:.3f}, moved by {moved:.4f}")
#> promised -0.025, moved by -0.0238
