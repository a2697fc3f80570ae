w, v = 4.0, 0.0
for step in range(1, 6):
    v = 0.5 * v - 0.5 * w
    w = w + v
    print(f"step {step}: velocity {v:4.1f}, place {w:4.1f}")
    #> step 1: velocity -2.0, place  2.0
    #> step 2: velocity -2.0, place  0.0
    #> step 3: velocity -1.0, place -1.0
    #> step 4: velocity  0.0, place -1.0
    #> step 5: velocity  0.5, place -0.5
