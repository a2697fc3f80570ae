from math import floor

new = [
    *(0.149780716, 0.199561432, 0.249751144, 0.299502287),
    *(0.358916480, 0.408666186, 0.511301270, 0.561370121),
]
for number, w in enumerate(new, start=1):
    print(f"w{number}: rounded {w:.4f}, cut off {floor(w * 10_000) / 10_000:.4f}")
    #> w1: rounded 0.1498, cut off 0.1497
    #> w2: rounded 0.1996, cut off 0.1995
    #> w3: rounded 0.2498, cut off 0.2497
    #> w4: rounded 0.2995, cut off 0.2995
    #> w5: rounded 0.3589, cut off 0.3589
    #> w6: rounded 0.4087, cut off 0.4086
    #> w7: rounded 0.5113, cut off 0.5113
    #> w8: rounded 0.5614, cut off 0.5613
