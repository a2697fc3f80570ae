import numpy as np
from one_query import keys, look, values

for factor in [1, 10, 100]:
    p, a = look(factor * np.log(2), keys, values)
    back = p * (values - a) @ keys
    print(f"query times {factor:3}: result {a:.4f}, back {back:.4f}")
    #> query times   1: result 4.0000, back -1.0000
    #> query times  10: result 2.0078, back -0.0078
    #> query times 100: result 2.0000, back 0.0000
