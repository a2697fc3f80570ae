from tracer import trace


def circuit(a, b, c):
    print("Python is inside the function")
    #> Python is inside the function
    return ((a + b) * c).sigmoid()


lines = trace(circuit, "a", "b", "c")
for line in lines:
    print(*line)
    #> t1 add a b
    #> t2 mul t1 c
    #> t3 sigmoid t2
