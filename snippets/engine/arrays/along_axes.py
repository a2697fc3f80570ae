from backprop import Tensor

for word in ["sum", "mean", "max"]:
    x = Tensor([[1, 5], [7, 7]])
    result = getattr(x, word)(axis=1)
    result.backward([10, 20])
    print(f"{word:4}", result.data, x.grad.tolist())
    #> sum  [ 6. 14.] [[10.0, 10.0], [20.0, 20.0]]
    #> mean [3. 7.] [[5.0, 5.0], [10.0, 10.0]]
    #> max  [5. 7.] [[0.0, 10.0], [20.0, 0.0]]
