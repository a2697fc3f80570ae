from dual import Dual

x = Dual(2, 1)
square = x * x
cube = square * x
for name, number in [("x", x), ("square", square), ("cube", cube)]:
    print(f"{name:6} {number.data} + {number.dot} eps")
    #> x      2 + 1 eps
    #> square 4 + 4 eps
    #> cube   8 + 12 eps
