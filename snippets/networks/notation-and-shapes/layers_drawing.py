import matplotlib.pyplot as plt

from bookdraw import Layers

network = Layers([2, 3, 1], column=2.1)
network.title(1, "layer 1")
network.title(2, "layer 2")
network.title(3, "layer 3")
network.units(1, inside=["x_1", "x_2"])
network.units(2, inside=["a^2_1", "a^2_2", "a^2_3"])
network.units(3, inside=["a^3_1"])
network.wires(2, [[f"w^2_{{{j}{k}}}" for k in (1, 2)] for j in (1, 2, 3)])
network.wires(3, [["w^3_{11}", "w^3_{12}", "w^3_{13}"]])
network.draw()
plt.show()
