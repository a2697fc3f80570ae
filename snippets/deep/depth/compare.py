from two_spirals import learn

from backprop import Network

found = []
print("hidden layers   parameters   mean accuracy of eight starts")
#> hidden layers   parameters   mean accuracy of eight starts
for hidden, eta in [([90], 0.1), ([12, 12, 12], 0.02)]:
    net = Network([2, *hidden, 1])
    size = sum(array.size for array in net.weights + net.biases)
    right = [learn(hidden, eta, seed, new=200 + seed) for seed in range(4, 12)]
    print(f"{hidden!s:13}   {size:10}   {sum(right) / 8:13.2f}")
    #> [90]                   361            0.79
    #> [12, 12, 12]           361            0.96
    found.append(right)
shallow, deep = found
print("the worst deep one beats the best shallow one:", min(deep) > max(shallow))
#> the worst deep one beats the best shallow one: True
