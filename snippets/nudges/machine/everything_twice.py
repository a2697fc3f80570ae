import matplotlib.pyplot as plt

from backprop import Value
from bookdraw import graph

u, v = Value(2), Value(-3)
p, s = u * v, u + v
f = (p * s) * (p + s)
f.backward()
graph(f, u=u, v=v, f=f)
plt.show()
