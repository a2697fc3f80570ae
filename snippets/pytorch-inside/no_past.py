import warnings

import torch

w = torch.tensor(3.0, requires_grad=True)
plain = torch.tensor((w**2).item())  # the same number, without its past
try:
    (2 * plain).backward()
except RuntimeError as error:
    print(error)
    #> element 0 of tensors does not require grad and does not have a grad_fn

square = w**2
(2 * square).backward()
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    print(square.grad, w.grad)
    #> None tensor(12.)
print(str(said[0].message).partition(" is being")[0])
#> The .grad attribute of a Tensor that is not a leaf Tensor
