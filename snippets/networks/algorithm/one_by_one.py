import numpy as np

from network import net, x, y

each = [net.backprop(x[:, [i]], y[:, [i]])[1] for i in range(4)]
for i, (_, nabla_w3) in enumerate(each):
    print("sample", i + 1, nabla_w3.round(4).tolist())
    #> sample 1 [[0.0388, 0.1272, 0.1181]]
    #> sample 2 [[-0.0091, -0.1143, -0.0453]]
    #> sample 3 [[0.0594, 0.0218, 0.0406]]
    #> sample 4 [[-0.0231, -0.0306, -0.0073]]
print("mean    ", np.mean([w3 for _, w3 in each], axis=0).round(4).tolist())
#> mean     [[0.0165, 0.001, 0.0265]]
print("at once ", net.backprop(x, y)[1][1].round(4).tolist())
#> at once  [[0.0165, 0.001, 0.0265]]
