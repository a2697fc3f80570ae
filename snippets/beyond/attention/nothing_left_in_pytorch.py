import torch

torch.manual_seed(0)
x = torch.randn(2, 3, 4)
hidden = torch.tensor([[False, False, True], [True, True, True]])
layer = torch.nn.MultiheadAttention(4, 1, batch_first=True)
a, _ = layer(x, x, x, key_padding_mask=hidden)
print("nan in each sentence:", a.isnan().flatten(1).any(1).tolist())
#> nan in each sentence: [False, True]
a[0].sum().backward()
print("all gradients nan:", bool(layer.in_proj_weight.grad.isnan().all()))
#> all gradients nan: True

a, _ = layer(x, x, x, key_padding_mask=hidden, need_weights=False)
print("without its weights: nan", bool(a.isnan().any()))
#> without its weights: nan False
mask = ~hidden[:, None, :].expand(2, 3, 3)
a = torch.nn.functional.scaled_dot_product_attention(x, x, x, attn_mask=mask)
print("the function: nan", bool(a.isnan().any()), " sum", a[1].abs().sum().item())
#> the function: nan False  sum 0.0
