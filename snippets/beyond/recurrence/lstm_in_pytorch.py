import numpy as np
import torch

from backprop import LSTM

theirs = torch.nn.LSTM(3, 8).double()
with torch.no_grad():
    theirs.bias_ih_l0[8:16] = 5
    theirs.bias_hh_l0[8:16] = 0

ours = LSTM(3, 8)
ours.w_x = theirs.weight_ih_l0.detach().numpy()
ours.w_h = theirs.weight_hh_l0.detach().numpy()
ours.b = (theirs.bias_ih_l0 + theirs.bias_hh_l0).detach().numpy()[:, None]
print("forget gates:", ours.b[8:16].ravel())
#> forget gates: [5. 5. 5. 5. 5. 5. 5. 5.]

x = np.random.default_rng(0).normal(size=(3, 6, 4))
states, _ = theirs(torch.tensor(x).permute(1, 2, 0))
same = np.allclose(states.detach().permute(2, 0, 1).numpy(), ours.forward(x))
print("the same states:", same)
#> the same states: True
