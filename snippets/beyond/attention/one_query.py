import numpy as np

query = np.log(2)
keys = np.array([0, 0, 1])
values = np.array([4, 8, 2])


def look(query, keys, values):
    shares = np.exp(keys * query)
    p = shares / shares.sum()
    return p, p @ values


if __name__ == "__main__":
    p, a = look(query, keys, values)
    print("weights", p, " result", a)
    #> weights [0.25 0.25 0.5 ]  result 4.0

    to_scores = p * (values - p @ values)
    print("back to the scores", to_scores)
    #> back to the scores [ 0.  1. -1.]
    print(f"to the query {to_scores @ keys:.4f}")
    #> to the query -1.0000
    print("to the keys", (to_scores * query).round(4))
    #> to the keys [ 0.      0.6931 -0.6931]
    print("to the values", p)
    #> to the values [0.25 0.25 0.5 ]
