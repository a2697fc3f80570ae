import numpy as np


def error(z, y):
    a = 1 / (1 + np.exp(-z))
    return (a - y) * a * (1 - a)


def ada(w, b, x, y):
    e = error(np.einsum("pq,qr->pr", w, x) + b[:, None], y)
    return np.einsum("pr,qr->pq", e, x) / len(b)


def bo(w, b, x, y):
    e = error(np.einsum("pq,rq->rp", w, x) + b, y)
    return np.einsum("rp,rq->pq", e, x) / len(x)


def cy(w, b, x, y):
    e = error(np.einsum("qp,rq->rp", w, x) + b, y)
    return np.einsum("rp,rq->qp", e, x) / e.size
