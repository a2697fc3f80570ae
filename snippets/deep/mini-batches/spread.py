import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
net = Network([2, 16, 3], **settings, init="xavier")
derivatives = [net.backprop(x[:, [i]], y[:, [i]])[1][0][4, 1] for i in range(1000)]
spread = np.std(derivatives)

rng = np.random.default_rng(0)
print("   B   measured   spread/√B")
#>    B   measured   spread/√B
for B in [1, 4, 16, 64, 256]:
    means = rng.choice(derivatives, size=(4000, B)).mean(axis=1)
    print(f"{B:4}   {means.std():8.4f}   {spread / np.sqrt(B):9.4f}")
    #>    1     0.0902      0.0898
    #>    4     0.0448      0.0449
    #>   16     0.0224      0.0225
    #>   64     0.0112      0.0112
    #>  256     0.0056      0.0056
