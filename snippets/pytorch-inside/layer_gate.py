import torch


class Layer(torch.autograd.Function):
    """A whole layer of sigmoids as one gate; a row is a sample."""

    @staticmethod
    def forward(ctx, a_before, weights, biases):
        a = torch.sigmoid(a_before @ weights.T + biases)
        ctx.save_for_backward(a_before, weights, a)
        return a

    @staticmethod
    def backward(ctx, from_above):
        a_before, weights, a = ctx.saved_tensors
        delta = from_above * a * (1 - a)  # BP1; for a hidden layer, the end of BP2
        to_input = delta @ weights  # the beginning of BP2, for the layer below
        to_weights = delta.T @ a_before  # BP4
        to_biases = delta.sum(dim=0)  # BP3
        return to_input, to_weights, to_biases
