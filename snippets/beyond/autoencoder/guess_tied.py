import numpy as np

W, x = np.array([[1, 2]]), np.array([[1], [0]])
code = W @ x
error = W.T @ code - x
as_decoder, as_encoder = code @ error.T, W @ error @ x.T
print(f"answer {(as_decoder + as_encoder)[0, 1]:.0f}")
#> answer 2
print(f"first_weight {(as_decoder + as_encoder)[0, 0]:.0f}")
#> first_weight 4
print(f"copy_itself {(W.T @ code)[0, 0] + 7:.0f}")
#> copy_itself 8
