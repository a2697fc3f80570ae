from multiplications import multiplications

for sizes, batch in [([784, 30, 10], 10), ([784, 512, 512, 10], 128)]:
    step, needless = multiplications(sizes, batch), batch * sizes[0] * sizes[1]
    print(f"{sizes}: {needless} more, {needless / step:.0%} of {step}")
    #> [784, 30, 10]: 235200 more, 49% of 479400
    #> [784, 512, 512, 10]: 51380224 more, 25% of 205389824
