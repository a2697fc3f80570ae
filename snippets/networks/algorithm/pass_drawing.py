import matplotlib.pyplot as plt

from bookdraw import GRADIENT, Layers

network = Layers([2, 3, 1], column=2.3, row=1.2)
network.units(1, inside=["x_1", "x_2"], above=["1", "2"])
network.units(
    2,
    inside=["a^2_1", "a^2_2", "a^2_3"],
    above=["0.2689", "0.8808", "0.8176"],
    below=["0.0568", "-0.0152", "0.0215"],
)
network.units(3, inside=["a^3_1"], above=["0.726"], below=["0.1444"])
to_hidden = [["0.0568", "0.1136"], ["-0.0152", "-0.0303"], ["0.0215", "0.0431"]]
network.wires(2, to_hidden, colour=GRADIENT)
network.wires(3, [["0.0388", "0.1272", "0.1181"]], colour=GRADIENT)
network.draw()
plt.show()
