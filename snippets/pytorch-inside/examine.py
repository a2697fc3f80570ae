"""The checklist's numbers for a model in PyTorch, before its first long training."""

import copy

import torch
from torch.overrides import TorchFunctionMode


class ReluWatch(TorchFunctionMode):
    """Note each ReLU that is computed, as a layer or as a function."""

    def __init__(self):
        super().__init__()
        self.off = []  # for each ReLU, the part of its outputs that no sample turns on

    def __torch_function__(self, func, types, args=(), kwargs=None):
        a = func(*args, **(kwargs or {}))
        if func.__name__ in ("relu", "relu_"):
            self.off.append((a <= 0).all(dim=0).float().mean().item())
        return a


def part(change, whole):
    """Return the length of a change in parts of a whole: inf where the whole is 0."""
    return (change.norm() / whole.norm()).item() if change.norm() else 0.0


def examine(model, cost, x, y, optimiser):
    """Return lines with the numbers of the checklist, measured on a copy."""
    model, optimiser = copy.deepcopy((model, optimiser))
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    model.zero_grad()
    with ReluWatch() as relus:
        answers = model.train()(x)
    first = cost(answers, y)
    first.backward()
    optimiser.step()
    guess = cost(torch.zeros_like(answers), y)
    found = [f"answers {tuple(answers.shape)}, targets {tuple(y.shape)}"]
    found += [f"cost {first.item():.2f}, if all answers are 0: {guess.item():.2f}"]
    for name, p in model.named_parameters():
        if p.ndim > 1 and p.grad is not None:
            step = part(p.detach() - before[name], before[name])
            lengths = f"gradient {p.grad.norm():.0e}, step / weights {step:.0e}"
            found += [f"{name}: {lengths}"]
    without = [(name, p) for name, p in model.named_parameters() if p.grad is None]
    frozen = [name for name, p in without if not p.requires_grad]
    unused = [name for name, p in without if p.requires_grad]
    found += [f"frozen: {' '.join(frozen)}"] if frozen else []
    found += [f"the cost does not depend on: {' '.join(unused)}"] if unused else []
    shares = [f"{share:.0%}" for share in relus.off] or ["there is no ReLU"]
    found += [f"ReLUs never on: {' '.join(shares)}"]
    return [*found, *company(model.eval(), x)]


def company(model, x):
    """Return how much the first answer changes if asked again, and in other company."""
    with torch.no_grad():
        answer, again = model(x)[0], model(x)[0]
        among_copies = model(x[[0] * len(x)])[0]  # all samples are now the first one
    with_copies = part(among_copies - answer, answer)
    return [
        f"first answer, asked again: changed by {part(again - answer, answer):.3f}",
        f"first answer, in other company: changed by {with_copies:.3f}",
    ]
