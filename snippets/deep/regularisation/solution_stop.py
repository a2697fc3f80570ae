costs = [0.60, 0.48, 0.41, 0.43, 0.39, 0.40, 0.42, 0.41, 0.35, 0.37]
for patience in [3, 1, 4]:
    best = 1
    for epoch in range(1, 11):
        if costs[epoch - 1] < costs[best - 1]:
            best = epoch
        if epoch - best == patience:
            break
    print(f"patience {patience}: epoch {epoch} was the last, {best} is kept")
    #> patience 3: epoch 8 was the last, 5 is kept
    #> patience 1: epoch 4 was the last, 3 is kept
    #> patience 4: epoch 10 was the last, 9 is kept
