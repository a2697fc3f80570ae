from backprop import datasets

x, y = datasets.breast_cancer()
print(x.shape[0], "features of", x.shape[1], "tumours")
#> 30 features of 569 tumours
largest = abs(x).max(axis=1)  # of each feature
print("smallest feature: up to", round(largest.min(), 2))
#> smallest feature: up to 0.03
print("largest feature:  up to", round(largest.max()))
#> largest feature:  up to 4254
print("share of class 1:", round(y.mean(), 2))
#> share of class 1: 0.63
