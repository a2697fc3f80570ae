import torch
from torch import nn

mask = torch.tensor([[True, False, False], [True, True, False], [True, True, True]])
values = torch.tensor([[[1.0, 0, 0], [0, 10, 0], [0, 0, 100]]])
silent = torch.zeros(1, 3, 3)  # all scores are 0, so each place takes a plain mean

look = nn.functional.scaled_dot_product_attention
for row in look(silent, silent, values, attn_mask=mask)[0].tolist():
    print([round(entry, 1) for entry in row])
    #> [1.0, 0.0, 0.0]
    #> [0.5, 5.0, 0.0]
    #> [0.3, 3.3, 33.3]

layer = nn.MultiheadAttention(3, 1, bias=False, batch_first=True)
with torch.no_grad():
    layer.in_proj_weight[:] = torch.cat([torch.zeros(6, 3), torch.eye(3)])
    layer.out_proj.weight[:] = torch.eye(3)
print("and with the layer")
#> and with the layer
for row in layer(values, values, values, attn_mask=mask)[0][0].tolist():
    print([round(entry, 1) for entry in row])
    #> [0.0, 5.0, 50.0]
    #> [0.0, 0.0, 100.0]
    #> [nan, nan, nan]
