beta = 0.5
for gradients in ([3], [3, 3, 3], [1, 3]):
    v = 0
    for g in gradients:
        v = beta * v + g
    claimed = sum(beta**i * g for i, g in enumerate(gradients))
    print(f"gradients {gradients}: velocity {v:.2f}, claimed {claimed:.2f}")
    #> gradients [3]: velocity 3.00, claimed 3.00
    #> gradients [3, 3, 3]: velocity 5.25, claimed 5.25
    #> gradients [1, 3]: velocity 3.50, claimed 2.50
