import numpy as np


class Linear:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        return np.tensordot(self.w, x, 1) + self.b[:, :, None]

    def backward(self, delta):
        axes = ((1, 2), (1, 2))
        self.nabla_w = np.tensordot(delta, self.x, axes)
        self.nabla_b = delta.sum(axis=(1, 2))[:, None]
        return np.tensordot(self.w.T, delta, 1)


class Table:
    def __init__(self, w):
        self.w = w

    def forward(self, words):
        self.words = words
        return self.w[:, words]

    def backward(self, delta):
        found = np.zeros(self.w.T.shape)
        np.add.at(found, self.words.ravel(), delta.reshape(len(self.w), -1).T)
        self.nabla_w = found.T


class Look:
    def __init__(self, w_q, w_k, w_v):
        self.w_q, self.w_k, self.w_v = w_q, w_k, w_v

    def forward(self, x):
        self.x = x
        self.q, self.k, self.v = (np.tensordot(w, x, 1) for w in (self.w_q, self.w_k, self.w_v))
        scores = np.einsum("dsm,dtm->stm", self.k, self.q) / np.sqrt(len(self.q))
        e = np.exp(scores - scores.max(axis=0))
        self.p = e / e.sum(axis=0)
        return np.einsum("dsm,stm->dtm", self.v, self.p)

    def backward(self, delta):
        of_v = np.einsum("dtm,stm->dsm", delta, self.p)
        of_p = np.einsum("dsm,dtm->stm", self.v, delta)
        of_s = self.p * (of_p - (self.p * of_p).sum(axis=0)) / np.sqrt(len(self.q))
        of_q = np.einsum("dsm,stm->dtm", self.k, of_s)
        of_k = np.einsum("dtm,stm->dsm", self.q, of_s)
        axes = ((1, 2), (1, 2))
        self.nabla_w_q = np.tensordot(of_q, self.x, axes)
        self.nabla_w_k = np.tensordot(of_k, self.x, axes)
        self.nabla_w_v = np.tensordot(of_v, self.x, axes)
        pairs = ((self.w_q, of_q), (self.w_k, of_k), (self.w_v, of_v))
        return sum(np.tensordot(w.T, of, 1) for w, of in pairs)


class Around:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        inside = x
        for layer in self.layers:
            inside = layer.forward(inside)
        return x + inside

    def backward(self, delta):
        inside = delta
        for layer in self.layers[::-1]:
            inside = layer.backward(inside)
        return delta + inside


def cost_and_error(z, answers):
    shifted = z - z.max(axis=0)
    logarithms = shifted - np.log(np.exp(shifted).sum(axis=0))
    chosen = np.moveaxis(np.eye(len(z))[answers], -1, 0)
    return -(chosen * logarithms).sum() / answers.size, (np.exp(logarithms) - chosen) / answers.size


class Rectify:
    def forward(self, x):
        self.on = x > 0
        return x * self.on

    def backward(self, delta):
        return delta * self.on


class Places:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        return x + self.w[:, :, None]

    def backward(self, delta):
        self.nabla_w = delta.sum(axis=2)
        return delta


def train(x, y, rng, n=12, epochs=25, size=20, rate=0.02):
    count, length = x.max() + 1, len(x)

    def drawn(rows, columns):
        return rng.normal(size=(rows, columns)) / np.sqrt(columns)

    table, places = Table(drawn(n, count)), Places(drawn(n, length))
    look = Look(*(drawn(n, n) for _ in range(3)))
    inside = [Linear(drawn(2 * n, n), np.zeros((2 * n, 1))), Linear(drawn(n, 2 * n), np.zeros((n, 1)))]
    think = Around([inside[0], Rectify(), inside[1]])
    last = Linear(drawn(count, n), np.zeros((count, 1)))
    chain = [places, Around([look]), think, last]
    owners = [(table, "w"), (places, "w"), (look, "w_q"), (look, "w_k"), (look, "w_v")]
    owners += [(layer, name) for layer in (*inside, last) for name in "wb"]

    def forward(words):
        a = table.forward(words)
        for layer in chain:
            a = layer.forward(a)
        return a

    first = [0 * getattr(layer, name) for layer, name in owners]
    second = [0 * getattr(layer, name) for layer, name in owners]
    step = 0
    for _ in range(epochs):
        order = rng.permutation(x.shape[1])
        for start in range(0, len(order), size):
            part = order[start : start + size]
            _, delta = cost_and_error(forward(x[:, part]), y[:, part])
            for layer in chain[::-1]:
                delta = layer.backward(delta)
            table.backward(delta)
            step += 1
            for i, (layer, name) in enumerate(owners):
                nabla = getattr(layer, f"nabla_{name}")
                first[i] = 0.9 * first[i] + 0.1 * nabla
                second[i] = 0.99 * second[i] + 0.01 * nabla**2
                root = np.sqrt(second[i] / (1 - 0.99**step)) + 1e-8
                value = getattr(layer, name)
                setattr(layer, name, value - rate * first[i] / (1 - 0.9**step) / root)
    return forward
