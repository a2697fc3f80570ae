import matplotlib.pyplot as plt

from bookdraw import Layers

network = Layers([2, 3, 1], column=2.1)
network.units(1, inside=["x_1", "x_2"], above=["1", "2"])
hidden = ["a^2_1", "a^2_2", "a^2_3"]
network.units(2, inside=hidden, above=["0.2689", "0.8808", "0.8176"])
network.units(3, inside=["a^3_1"], above=["0.726"])
network.wires(2, [["1", "-0.5"], ["-1", "1"], ["0.5", "1"]])
network.wires(3, [["2", "-1", "1"]])
network.draw()
plt.show()
