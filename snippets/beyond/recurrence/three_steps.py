from math import tanh

w, u = 0.8, 1.5
x = [1, -0.6, 0.5]

h = [0.0]
for t in range(3):
    h.append(tanh(w * h[t] + u * x[t]))
slopes = [1 - state**2 for state in h]

if __name__ == "__main__":
    print("states", *(f"{state:.3f}" for state in h))
    #> states 0.000 0.905 -0.174 0.545
    print("slopes", *(f"{slope:.3f}" for slope in slopes[1:]))
    #> slopes 0.181 0.970 0.703
