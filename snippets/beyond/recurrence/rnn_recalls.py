from recall import successes

from backprop import RNN

print("of five networks, how many recall")
#> of five networks, how many recall
for moments in [2, 5, 30]:
    count = successes(lambda rng: RNN(3, 8, rng=rng), moments)
    print(f"the symbol of {moments:2} moments: {count}")
    #> the symbol of  2 moments: 5
    #> the symbol of  5 moments: 5
    #> the symbol of 30 moments: 0
