from itertools import pairwise

sizes = [64, 32, 10]
weights = sum(n_in * n_out for n_in, n_out in pairwise(sizes))
knobs = weights + sum(sizes[1:])
print(f"{knobs:,} knobs; one reading takes {weights:,} multiplications")
#> 2,410 knobs; one reading takes 2,368 multiplications
print(f"{sizes[0] * sizes[1]:,} of the knobs look at the image")
#> 2,048 of the knobs look at the image

trying = (knobs + 1) * weights  # a reading as it is, and one for each turned knob
carried = sizes[1] * sizes[2]  # from the lamps back to the hidden units
squeezes = 2 * sizes[1]
backwards = weights + carried + squeezes
at_once = weights + backwards  # a reading, and the way back
print(f"knob by knob: {trying:,} multiplications")
#> knob by knob: 5,709,248 multiplications
print(f"the way back: {weights:,} + {carried} + {squeezes} = {backwards:,}")
#> the way back: 2,368 + 320 + 64 = 2,752
print(f"all at once:  {at_once:,} multiplications")
#> all at once:  5,120 multiplications
print(f"{trying // at_once:,} times fewer")
#> 1,115 times fewer
