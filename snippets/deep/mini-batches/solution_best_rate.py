flat, steep = 1, 25
print("rate     along the valley   across")
#> rate     along the valley   across
for eta in [0.07, 2 / (flat + steep), 0.079]:
    print(f"{eta:.4f}   {1 - eta * flat:16.3f}   {1 - eta * steep:6.3f}")
    #> 0.0700              0.930   -0.750
    #> 0.0769              0.923   -0.923
    #> 0.0790              0.921   -0.975
