from tumours import Network, accuracy, draw, settings, train

print("split   best epoch   stopped after   right   right after 200")
#> split   best epoch   stopped after   right   right after 200
for seed in range(5):
    training, validation, test = draw(seed, wrong=8)
    right = []
    for patience in [20, None]:
        net = Network([30, 32, 1], **settings, rng=seed)
        how = {"epochs": 200, "validation": validation, "patience": patience}
        history = train(net, *training, eta=0.1, **how, rng=seed)
        right.append(accuracy(net, *test))
        if patience:
            best, ran = history.best_epoch + 1, len(history.cost)
    print(f"{seed:5}   {best:10}   {ran:13}   {right[0]:5.1%}   {right[1]:15.1%}")
    #>     0           23              43   91.9%             88.0%
    #>     1           44              64   88.4%             88.0%
    #>     2            4              24   92.3%             87.7%
    #>     3            6              26   95.8%             85.6%
    #>     4           19              39   90.1%             88.4%
