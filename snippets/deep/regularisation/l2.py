from tumours import choose_and_judge

values = [0, 0.01, 0.03, 0.1]
rows = []
for wrong in [0, 8]:
    costs, pairs = choose_and_judge("l2", values, wrong)
    without, chosen = (sum(column) / 8 for column in zip(*pairs, strict=True))
    better, worse = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
    rows += [
        f"{wrong} of 80 wrong",
        "  validation cost: " + ", ".join(f"{cost:.2f}" for cost in costs),
        f"  test: {without:.1%} without, {chosen:.1%} with the chosen one",
        f"  better in {better} splits of 8, worse in {worse}",
    ]
print("lambda:", values)
#> lambda: [0, 0.01, 0.03, 0.1]
for row in rows:
    print(row)
    #> 0 of 80 wrong
    #>   validation cost: 0.19, 0.14, 0.14, 0.16
    #>   test: 95.1% without, 95.2% with the chosen one
    #>   better in 4 splits of 8, worse in 2
    #> 8 of 80 wrong
    #>   validation cost: 0.35, 0.25, 0.22, 0.24
    #>   test: 88.5% without, 92.0% with the chosen one
    #>   better in 8 splits of 8, worse in 0
