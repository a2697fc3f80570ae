from tumours import choose_and_judge

values = [0, 0.5, 0.8]
rows = []
for wrong in [0, 8]:
    costs, pairs = choose_and_judge("dropout", values, wrong)
    without, chosen = (sum(column) / 8 for column in zip(*pairs, strict=True))
    better, worse = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
    rows += [
        f"{wrong} of 80 wrong",
        "  validation cost: " + ", ".join(f"{cost:.2f}" for cost in costs),
        f"  test: {without:.1%} without, {chosen:.1%} with the chosen one",
        f"  better in {better} splits of 8, worse in {worse}",
    ]
print("p:", values)
#> p: [0, 0.5, 0.8]
for row in rows:
    print(row)
    #> 0 of 80 wrong
    #>   validation cost: 0.19, 0.19, 0.20
    #>   test: 95.1% without, 95.4% with the chosen one
    #>   better in 2 splits of 8, worse in 0
    #> 8 of 80 wrong
    #>   validation cost: 0.35, 0.31, 0.26
    #>   test: 88.5% without, 91.2% with the chosen one
    #>   better in 7 splits of 8, worse in 0
