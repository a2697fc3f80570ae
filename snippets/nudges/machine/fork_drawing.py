import matplotlib.pyplot as plt

from backprop import Value
from bookdraw import graph

u = Value(2)
v = u * u
s = 2 + v
f = s * v
f.backward()
graph(f, u=u, v=v, s=s, f=f)
plt.show()
