from starts import answers, drawn, judged, train

for alike in [3, 2, 0]:
    W2, b2, W3, b3 = drawn(range(40), hidden=3)
    W2[:, :, :alike] = W2[:, :, :1]  # the first so many are copies of one
    W3[:, :alike] = W3[:, :1]
    train(W2, b2, W3, b3, epochs=2000, eta=0.5)
    _, solved = judged(answers(W2, b2, W3, b3))
    print(alike, "alike:", solved.sum(), "of 40 solved")
    #> 3 alike: 0 of 40 solved
    #> 2 alike: 33 of 40 solved
    #> 0 alike: 40 of 40 solved
