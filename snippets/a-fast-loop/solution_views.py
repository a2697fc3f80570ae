import numpy as np

theta = np.arange(12.0)
pieces = {
    "theta[:6]": theta[:6],
    "theta[::2]": theta[::2],
    "theta[[0, 1, 2]]": theta[[0, 1, 2]],
    "theta.reshape(3, 4)": theta.reshape(3, 4),
    "theta.reshape(3, 4).T": theta.reshape(3, 4).T,
    "theta.reshape(3, 4).T.ravel()": theta.reshape(3, 4).T.ravel(),
    "theta + 0": theta + 0,
}
before = {name: piece.copy() for name, piece in pieces.items()}
theta -= 1
moved = [name for name in pieces if np.any(pieces[name] != before[name])]
print(len(moved), "have moved:", *moved[:2])
#> 4 have moved: theta[:6] theta[::2]
print("and:", *moved[2:])
#> and: theta.reshape(3, 4) theta.reshape(3, 4).T

before = {name: piece.copy() for name, piece in pieces.items()}
theta = theta - 1
moved = [name for name in pieces if np.any(pieces[name] != before[name])]
print("with a new theta:", len(moved))
#> with a new theta: 0
