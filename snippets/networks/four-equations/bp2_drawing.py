import matplotlib.pyplot as plt

from bookdraw import Layers

network = Layers([3, 3], column=3.0)
network.title(1, "layer $l$")
network.title(2, "layer $l + 1$")
network.units(1, inside=["", r"\delta^l_j", ""], marked=[2])
network.units(2, inside=[r"\delta^{l+1}_1", r"\delta^{l+1}_2", r"\delta^{l+1}_3"])
network.wires(2, [["", f"w^{{l+1}}_{{{k}j}}", ""] for k in (1, 2, 3)])
for k in (1, 2, 3):
    network.mark(2, k, 2)
network.backward()
network.draw()
plt.show()
