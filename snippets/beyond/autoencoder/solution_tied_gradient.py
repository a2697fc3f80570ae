def tied_gradient(W, x):
    code = W @ x
    error = W.T @ code - x
    as_decoder, as_encoder = code @ error.T, W @ error @ x.T
    return (as_decoder + as_encoder) / x.shape[1]
