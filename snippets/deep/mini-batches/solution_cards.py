import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
net = Network([2, 16, 3], **settings, init="xavier")
derivatives = [net.backprop(x[:, [i]], y[:, [i]])[1][0][4, 1] for i in range(1000)]
spread = np.std(derivatives)

rng = np.random.default_rng(0)
print("   B   put back   not put back   formula")
#>    B   put back   not put back   formula
for B in [10, 100, 500, 900, 1000]:
    back = [rng.choice(derivatives, B).mean() for _ in range(1000)]
    kept = [rng.permutation(derivatives)[:B].mean() for _ in range(1000)]
    formula = spread / np.sqrt(B) * np.sqrt((1000 - B) / 999)
    print(f"{B:4}   {np.std(back):8.4f}   {np.std(kept):12.4f}   {formula:7.4f}")
    #>   10     0.0278         0.0288    0.0283
    #>  100     0.0087         0.0086    0.0085
    #>  500     0.0038         0.0028    0.0028
    #>  900     0.0029         0.0010    0.0009
    #> 1000     0.0028         0.0000    0.0000
