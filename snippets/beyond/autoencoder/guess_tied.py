import numpy as np

W, x = np.array([[1, 2]]), np.array([[1], [0]])
code = W @ x


def gradient(error):
    return (code @ error.T + W @ error @ x.T)[0]


copy = W.T @ code
print("answer", gradient(copy - x)[0])
#> answer 4
print("second_weight", gradient(copy - x)[1])
#> second_weight 2
print("copy_itself", gradient(copy)[0])
#> copy_itself 6
