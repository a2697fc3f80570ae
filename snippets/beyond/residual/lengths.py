from math import comb

blocks, slope = 40, 0.1
shares = [comb(blocks, k) * slope**k / (1 + slope) ** blocks for k in range(blocks + 1)]
print(f"paths: {2**blocks:,}")
#> paths: 1,099,511,627,776
for k in range(9):
    print(f"through {k}: {comb(blocks, k):>10,} paths, share {shares[k]:.3f}")
    #> through 0:          1 paths, share 0.022
    #> through 1:         40 paths, share 0.088
    #> through 2:        780 paths, share 0.172
    #> through 3:      9,880 paths, share 0.218
    #> through 4:     91,390 paths, share 0.202
    #> through 5:    658,008 paths, share 0.145
    #> through 6:  3,838,380 paths, share 0.085
    #> through 7: 18,643,560 paths, share 0.041
    #> through 8: 76,904,685 paths, share 0.017
print(f"through at most 8: {sum(shares[:9]):.3f}")
#> through at most 8: 0.991
