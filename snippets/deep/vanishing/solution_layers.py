product, links = 1.0, 0
while product >= 1e-6:
    product, links = product / 4, links + 1
print(links, f"{product:.1e}")
#> 10 9.5e-07
