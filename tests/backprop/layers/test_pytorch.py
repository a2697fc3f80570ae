"""The same layers in PyTorch, where it is installed: outputs and all gradients, in float64."""

import numpy as np
import pytest

from backprop import (
    GRU,
    LSTM,
    RNN,
    Attention,
    BatchNorm,
    Conv2d,
    Dense,
    Embedding,
    LayerNorm,
    MaxPool2d,
    RMSNorm,
    TransformerBlock,
)

from .oracles import drawn

torch = pytest.importorskip("torch", reason="compares with PyTorch, which is not installed here")


def rows(array):
    """From features first and samples last, as here, to samples first and features last, as there."""
    return np.ascontiguousarray(np.moveaxis(array, [0, -1], [-1, 0]))


def columns(tensor):
    return np.moveaxis(tensor.detach().numpy(), [0, -1], [-1, 0])


def tensor(array):
    return torch.tensor(np.ascontiguousarray(array), dtype=torch.float64, requires_grad=True)


def assert_same(layer, module, x, parameters, to=rows, back=columns):
    """Compare a layer with a module that got its parameters: `parameters` are pairs of name and tensor."""
    a, x_there = layer.forward(x), tensor(to(x))
    a_there = module(x_there)
    np.testing.assert_allclose(a, back(a_there), rtol=1e-9, atol=1e-11)
    delta = np.random.default_rng(5).normal(size=a.shape)
    onward = layer.backward(delta)
    a_there.backward(torch.tensor(to(delta)))
    np.testing.assert_allclose(onward, back(x_there.grad), rtol=1e-8, atol=1e-10)
    for name, there in parameters:
        found = layer.gradients[name]
        np.testing.assert_allclose(
            found, there.grad.numpy().reshape(found.shape), rtol=1e-8, atol=1e-10, err_msg=name
        )


def give(there, array):
    with torch.no_grad():
        there.copy_(torch.tensor(array.reshape(there.shape)))


@pytest.mark.parametrize("shape", [(3, 5), (3, 4, 5)])
def test_dense(shape):
    layer, module = drawn(Dense(3, 2)), torch.nn.Linear(3, 2, dtype=torch.float64)
    give(module.weight, layer.w)
    give(module.bias, layer.b)
    x = np.random.default_rng(0).normal(size=shape)
    assert_same(layer, module, x, [("w", module.weight), ("b", module.bias)])


def channels_second(array):
    return np.ascontiguousarray(np.moveaxis(array, -1, 0))


def channels_first(tensor):
    return np.moveaxis(tensor.detach().numpy(), 0, -1)


@pytest.mark.parametrize(("kind", "shape"), [("BatchNorm1d", (3, 6)), ("BatchNorm2d", (3, 4, 2, 6))])
def test_batch_norm(kind, shape):
    layer = drawn(BatchNorm(3, keep=0.8, epsilon=0.01))
    module = getattr(torch.nn, kind)(3, eps=0.01, momentum=0.2, dtype=torch.float64)
    give(module.weight, layer.gamma)
    give(module.bias, layer.beta)
    x = np.random.default_rng(0).normal(2, 3, size=shape)
    pairs = [("gamma", module.weight), ("beta", module.bias)]
    assert_same(layer, module, x, pairs, channels_second, channels_first)
    np.testing.assert_allclose(layer.running_mean.ravel(), module.running_mean.numpy(), rtol=1e-12)
    np.testing.assert_allclose(layer.running_variance.ravel(), module.running_var.numpy(), rtol=1e-12)
    module.eval()
    there = module(torch.tensor(channels_second(x)))
    np.testing.assert_allclose(layer.predict(x), channels_first(there), rtol=1e-9)


@pytest.mark.parametrize("shape", [(3, 6), (3, 4, 6)])
@pytest.mark.parametrize("kind", ["LayerNorm", "RMSNorm"])
def test_layer_norms(kind, shape):
    layer = drawn({"LayerNorm": LayerNorm, "RMSNorm": RMSNorm}[kind](3, epsilon=0.01))
    module = getattr(torch.nn, kind)(3, eps=0.01, dtype=torch.float64)
    give(module.weight, layer.gamma)
    pairs = [("gamma", module.weight)]
    if kind == "LayerNorm":
        give(module.bias, layer.beta)
        pairs.append(("beta", module.bias))
    assert_same(layer, module, np.random.default_rng(0).normal(2, 3, size=shape), pairs)


@pytest.mark.parametrize(
    ("size", "stride", "padding"),
    [(3, 1, 0), (3, 1, 1), (2, 2, 0), ((3, 2), (2, 1), (1, 0)), ((1, 4), (3, 2), (0, 2))],
)
def test_convolution(size, stride, padding):
    layer = drawn(Conv2d(3, 2, size, stride=stride, padding=padding))
    module = torch.nn.Conv2d(3, 2, size, stride=stride, padding=padding, dtype=torch.float64)
    give(module.weight, layer.w)
    give(module.bias, layer.b)
    x = np.random.default_rng(0).normal(size=(3, 7, 6, 4))
    pairs = [("w", module.weight), ("b", module.bias)]
    assert_same(layer, module, x, pairs, channels_second, channels_first)


@pytest.mark.parametrize(("size", "stride"), [(2, None), (3, 1), ((2, 3), (3, 2))])
def test_max_pool(size, stride):
    x = np.random.default_rng(0).normal(size=(3, 7, 6, 4))
    module = torch.nn.MaxPool2d(size, stride)
    assert_same(MaxPool2d(size, stride=stride), module, x, [], channels_second, channels_first)


def moments_first(array):
    """(n, t, m) to (t, m, n)."""
    return np.ascontiguousarray(array.transpose(1, 2, 0))


def moments_second(tensor):
    return tensor.detach().numpy().transpose(2, 0, 1)


@pytest.mark.parametrize(("ours", "theirs"), [(RNN, "RNN"), (LSTM, "LSTM"), (GRU, "GRU")])
def test_recurrence(ours, theirs):
    layer, module = drawn(ours(3, 2)), getattr(torch.nn, theirs)(3, 2, dtype=torch.float64)
    give(module.weight_ih_l0, layer.w_x)
    give(module.weight_hh_l0, layer.w_h)
    give(module.bias_ih_l0, layer.b)
    torch.nn.init.zeros_(module.bias_hh_l0)
    x = np.random.default_rng(0).normal(size=(3, 5, 4))
    pairs = [("w_x", module.weight_ih_l0), ("w_h", module.weight_hh_l0), ("b", module.bias_ih_l0)]
    assert_same(layer, lambda there: module(there)[0], x, pairs, moments_first, moments_second)


@pytest.mark.parametrize(("ours", "theirs"), [(RNN, "RNN"), (LSTM, "LSTM"), (GRU, "GRU")])
def test_truncation_is_detaching_the_state(ours, theirs):
    layer, module = drawn(ours(3, 2, truncate=2)), getattr(torch.nn, theirs)(3, 2, dtype=torch.float64)
    give(module.weight_ih_l0, layer.w_x)
    give(module.weight_hh_l0, layer.w_h)
    give(module.bias_ih_l0, layer.b)
    torch.nn.init.zeros_(module.bias_hh_l0)

    def in_windows(there):
        state, parts = None, []
        for start in range(0, len(there), 2):
            if state is not None:
                state = tuple(part.detach() for part in state) if ours is LSTM else state.detach()
            part, state = module(there[start : start + 2], state)
            parts.append(part)
        return torch.cat(parts)

    x = np.random.default_rng(0).normal(size=(3, 5, 4))
    pairs = [("w_x", module.weight_ih_l0), ("w_h", module.weight_hh_l0), ("b", module.bias_ih_l0)]
    assert_same(layer, in_windows, x, pairs, moments_first, moments_second)


def test_embedding():
    layer, x = drawn(Embedding(5, 3)), np.array([[1, 4, 1], [0, 1, 1]])
    module = torch.nn.Embedding(5, 3, dtype=torch.float64)
    give(module.weight, layer.w.T.copy())
    a, a_there = layer.forward(x), module(torch.tensor(x))
    np.testing.assert_array_equal(a, np.moveaxis(a_there.detach().numpy(), -1, 0))
    delta = np.random.default_rng(0).normal(size=a.shape)
    layer.backward(delta)
    a_there.backward(torch.tensor(np.ascontiguousarray(np.moveaxis(delta, 0, -1))))
    np.testing.assert_allclose(layer.nabla_w.T, module.weight.grad.numpy(), rtol=1e-12)


def give_attention(module, layer):
    give(module.in_proj_weight, np.concatenate([layer.w_q, layer.w_k, layer.w_v]))
    give(module.out_proj.weight, layer.w_o)


def samples_first(array):
    """(n, t, m) to (m, t, n)."""
    return np.ascontiguousarray(array.transpose(2, 1, 0))


def samples_last(tensor):
    return tensor.detach().numpy().transpose(2, 1, 0)


@pytest.mark.parametrize("heads", [1, 2])
@pytest.mark.parametrize("causal", [False, True])
def test_attention(heads, causal):
    layer = drawn(Attention(4, heads, causal=causal))
    module = torch.nn.MultiheadAttention(4, heads, bias=False, batch_first=True, dtype=torch.float64)
    give_attention(module, layer)
    forbidden = torch.tensor(np.tri(5, k=-1, dtype=bool).T) if causal else None  # rows are queries there
    seen = {}

    def attend(x):
        a, seen["p"] = module(x, x, x, attn_mask=forbidden, average_attn_weights=False)
        return a

    x = np.random.default_rng(0).normal(size=(4, 5, 3))
    assert_same(layer, attend, x, [("w_o", module.out_proj.weight)], samples_first, samples_last)
    found = np.concatenate([layer.nabla_w_q, layer.nabla_w_k, layer.nabla_w_v])
    np.testing.assert_allclose(found, module.in_proj_weight.grad.numpy(), rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(layer.p, seen["p"].detach().numpy().transpose(1, 3, 2, 0), rtol=1e-9)


def test_a_transformer_block():
    block = drawn(TransformerBlock(4, 2, n_hidden=6, activation="gelu"))
    module = torch.nn.TransformerEncoderLayer(
        4, 2, 6, dropout=0, activation="gelu", batch_first=True, norm_first=True, dtype=torch.float64
    )
    attention, network = (residual.inside.layers for residual in block.layers)
    give_attention(module.self_attn, attention[1])
    for there in (module.self_attn.in_proj_bias, module.self_attn.out_proj.bias):
        torch.nn.init.zeros_(there)
    pairs = [
        ("0.inside.0.gamma", module.norm1.weight, attention[0].gamma),
        ("0.inside.0.beta", module.norm1.bias, attention[0].beta),
        ("1.inside.0.gamma", module.norm2.weight, network[0].gamma),
        ("1.inside.0.beta", module.norm2.bias, network[0].beta),
        ("1.inside.1.w", module.linear1.weight, network[1].w),
        ("1.inside.1.b", module.linear1.bias, network[1].b),
        ("1.inside.3.w", module.linear2.weight, network[3].w),
        ("1.inside.3.b", module.linear2.bias, network[3].b),
    ]
    for _, there, array in pairs:
        give(there, array)
    x = np.random.default_rng(0).normal(size=(4, 5, 3))
    named = [(name, there) for name, there, _ in pairs]
    assert_same(block, module, x, named, samples_first, samples_last)
