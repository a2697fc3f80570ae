from dual import Dual

x = Dual(2, 1)
cube = x * x * x
print("answer", cube.dot)
#> answer 12
print("value", cube.data)
#> value 8
print("square", (x * x).dot)
#> square 4
