from ten_times import ten_times
from tracer import trace

lines = trace(ten_times, "x")
print(len(lines))
#> 20
for line in lines[:3]:
    print(*line)
    #> t1 mul x x
    #> t2 add t1 x
    #> t3 mul t2 t2
