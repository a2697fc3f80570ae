import torch
from torch import nn

from backprop import GRU, LSTM, RNN

from bridge import both_ways, rng, same

x = rng.normal(size=(3, 6, 4))  # three inputs, six moments, four samples
for kind in (RNN, LSTM, GRU):
    ours = kind(3, 5)
    theirs = getattr(nn, kind.__name__)(3, 5, batch_first=True).double()
    with torch.no_grad():
        theirs.weight_ih_l0[:] = torch.tensor(ours.w_x)
        theirs.weight_hh_l0[:] = torch.tensor(ours.w_h)
        theirs.bias_ih_l0[:] = torch.tensor(ours.b[:, 0])
        theirs.bias_hh_l0[:] = 0
    told = both_ways(ours, theirs, x, (2, 1, 0))
    first, second = theirs.bias_ih_l0.grad, theirs.bias_hh_l0.grad
    pairs = [(ours.nabla_w_x, theirs.weight_ih_l0.grad), (ours.nabla_b[:, 0], first)]
    pairs += [(ours.nabla_w_h, theirs.weight_hh_l0.grad)]
    alike = torch.isclose(first, second).reshape(-1, 5).all(dim=1)  # by gate
    print(f"{told}, parameters {same(*pairs)}, biases alike", *alike.int().tolist())
    #> RNN: forward True, back True, parameters True, biases alike 1
    #> LSTM: forward True, back True, parameters True, biases alike 1 1 1 1
    #> GRU: forward True, back True, parameters True, biases alike 1 1 0
