from multiplications import multiplications

small = multiplications([784, 30, 10], batch=10)
large = multiplications([784, 512, 512, 10], batch=128)
print(f"{small} and {large}: {large // small} times as many")
#> 479400 and 205389824: 428 times as many
