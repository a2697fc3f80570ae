from math import floor

new = [
    *(0.149780716, 0.199561432, 0.249751144, 0.299502287),
    *(0.358916480, 0.408666186, 0.511301270, 0.561370121),
]
for number, w in enumerate(new, start=1):
    cut = floor(w * 10_000)  # in ten-thousandths
    more = round(w * 10_000) - cut
    print(f"w{number} cut off: {cut / 10_000:.4f}, rounded: {more} ten-thousandth more")
    #> w1 cut off: 0.1497, rounded: 1 ten-thousandth more
    #> w2 cut off: 0.1995, rounded: 1 ten-thousandth more
    #> w3 cut off: 0.2497, rounded: 1 ten-thousandth more
    #> w4 cut off: 0.2995, rounded: 0 ten-thousandth more
    #> w5 cut off: 0.3589, rounded: 0 ten-thousandth more
    #> w6 cut off: 0.4086, rounded: 1 ten-thousandth more
    #> w7 cut off: 0.5113, rounded: 0 ten-thousandth more
    #> w8 cut off: 0.5613, rounded: 1 ten-thousandth more
