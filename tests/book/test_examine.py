"""The page's `examine` measures what people really train, and says which of its numbers cannot be right."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bookkit.paths import ROOT

torch: Any = pytest.importorskip(
    "torch", reason="pytorch-inside/examine.py: needs PyTorch, not installed here"
)
LISTING = ROOT / "snippets" / "pytorch-inside" / "examine.py"


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("listing_examine", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


examine = loaded(LISTING).examine
nn = torch.nn
NUMBERS = torch.randn(12, 5, generator=torch.Generator().manual_seed(0))
WORDS = torch.randint(9, (12, 5), generator=torch.Generator().manual_seed(0))
LABELS = torch.arange(12) % 3


class Model(nn.Module):  # type: ignore[name-defined,misc]
    """Layers by name, and a forward pass that uses them as it likes."""

    def __init__(self, forward: Callable[[Any, Any], Any], **layers: Any) -> None:
        super().__init__()
        self.walk = forward
        for name, layer in layers.items():
            setattr(self, name, layer)

    def forward(self, x: Any) -> Any:
        return self.walk(self, x)


def report(model: Any, x: Any = NUMBERS, y: Any = LABELS, cost: Any = None, rate: float = 0.1) -> list[str]:
    optimiser = torch.optim.SGD(model.parameters(), lr=rate)
    before = {name: p.detach().clone() for name, p in model.state_dict().items()}
    lines = examine(model, cost or nn.CrossEntropyLoss(), x, y, optimiser)
    assert all(torch.equal(p, before[name]) for name, p in model.state_dict().items())
    assert all(p.grad is None for p in model.parameters())
    return lines


def line(lines: list[str], start: str) -> str:
    (found,) = [text for text in lines if text.startswith(start)]
    return found


def net(*extra: Any) -> Any:
    torch.manual_seed(0)
    return nn.Sequential(*extra, nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 3))


def test_a_frozen_layer_is_named_and_the_others_are_measured() -> None:
    model = net()
    model[0].requires_grad_(False)
    lines = report(model)
    assert "frozen: 0.weight 0.bias" in lines
    assert "gradient" in line(lines, "2.weight")
    assert not any(text.startswith("0.weight") for text in lines)


def test_a_layer_that_the_cost_does_not_depend_on_is_named() -> None:
    model = Model(lambda m, x: m.last(x.detach()), last=nn.Linear(5, 3), spare=nn.Linear(5, 3))
    assert "the cost does not depend on: spare.weight spare.bias" in report(model)
    cut = Model(lambda m, x: m.last(m.first(x).detach()), first=nn.Linear(5, 4), last=nn.Linear(4, 3))
    assert "the cost does not depend on: first.weight first.bias" in report(cut)


@pytest.mark.parametrize("sparse", [False, True])
def test_inputs_may_be_whole_numbers(sparse: bool) -> None:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Embedding(9, 4, sparse=sparse), nn.Flatten(), nn.Linear(20, 3))
    lines = report(model, WORDS)
    assert "e-" in line(lines, "0.weight").split("step / weights")[1]
    assert line(lines, "first answer, in").endswith("by 0.000")


FUNCTIONS = {
    "torch": lambda a: torch.relu(a),
    "functional": lambda a: nn.functional.relu(a),
    "in place": lambda a: nn.functional.relu(a, inplace=True),
    "method": lambda a: a.relu(),
    "module": nn.ReLU(),
    "module in place": nn.ReLU(inplace=True),
}


@pytest.mark.parametrize("relu", FUNCTIONS.values(), ids=FUNCTIONS)
def test_dead_units_are_found_however_the_relu_is_written(relu: Callable[[Any], Any]) -> None:
    torch.manual_seed(0)
    model = Model(lambda m, x: m.last(relu(m.first(x))), first=nn.Linear(5, 8), last=nn.Linear(8, 3))
    with torch.no_grad():
        model.first.bias[:4] = -1000
        model.first.bias[4:] = 1000
    assert line(report(model), "ReLUs") == "ReLUs never on: 50%"


def test_where_there_is_no_relu_it_says_so() -> None:
    assert line(report(nn.Sequential(nn.Linear(5, 3))), "ReLUs") == "ReLUs never on: there is no ReLU"


@pytest.mark.parametrize(
    ("cost", "y", "zero"),
    [
        (nn.BCEWithLogitsLoss(), LABELS[:, None] % 2.0, "0.69"),  # log 2
        (nn.MSELoss(), LABELS[:, None] * 1.0, "1.67"),  # the mean of 0, 1 and 4
    ],
)
def test_one_output_has_a_first_cost_to_compare_with(cost: Any, y: Any, zero: str) -> None:
    lines = report(nn.Sequential(nn.Linear(5, 1)), y=y, cost=cost)
    assert lines[0] == "answers (12, 1), targets (12, 1)"
    assert lines[1].endswith(f"if all answers are 0: {zero}")


@pytest.mark.filterwarnings("ignore:Using a target size")
def test_columns_against_rows_are_seen_in_the_shapes() -> None:
    lines = report(nn.Sequential(nn.Linear(5, 1)), y=LABELS * 1.0, cost=nn.MSELoss())
    assert lines[0] == "answers (12, 1), targets (12,)"


def test_images_sequences_and_a_label_for_each_place_are_measured() -> None:
    torch.manual_seed(0)
    images, places = torch.randn(4, 1, 6, 6), torch.zeros(4, 6, 6, dtype=torch.long)
    conv = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 3, 1))
    assert report(conv, images, places)[1].endswith("1.10")  # log 3
    lstm = Model(lambda m, x: m.last(m.lstm(x[:, :, None])[0][:, -1]), lstm=nn.LSTM(1, 4, batch_first=True),
                 last=nn.Linear(4, 3))  # fmt: skip
    assert "gradient" in line(report(lstm), "lstm.weight_hh_l0")


def test_weights_that_are_all_zero_have_no_step_in_parts_of_them() -> None:
    model = net()
    with torch.no_grad():
        model[2].weight.zero_()
    assert line(report(model), "2.weight").endswith("step / weights inf")
    assert line(report(model, rate=0.0), "2.weight").endswith("step / weights 0e+00")


def leak(fault: Callable[[Any], Any]) -> tuple[str, str]:
    lines = report(net(Model(lambda _, x: fault(x))))
    again, company = line(lines, "first answer, asked"), line(lines, "first answer, in")
    return again.rpartition(" ")[2], company.rpartition(" ")[2]


def test_what_the_first_answer_hangs_on_is_noticed() -> None:
    assert leak(lambda x: x) == ("0.000", "0.000")
    assert leak(lambda x: torch.softmax(x, dim=1)) == ("0.000", "0.000")
    for fault in (lambda x: torch.softmax(x, dim=0), lambda x: x - x.mean(dim=0), lambda x: x / x.max()):
        again, company = leak(fault)
        assert again == "0.000"
        assert float(company) > 0.001
    assert float(leak(lambda x: nn.functional.dropout(x, 0.5))[0]) > 0.01  # on even where the model predicts


def test_batch_normalisation_mixes_samples_in_training_only() -> None:
    assert line(report(net(nn.BatchNorm1d(5))), "first answer, in").endswith("by 0.000")
    leaking = net(nn.BatchNorm1d(5, track_running_stats=False))
    assert not line(report(leaking), "first answer, in").endswith("by 0.000")


def test_a_layer_that_the_optimiser_does_not_hold_has_a_step_of_0() -> None:
    model = net()
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    model[2] = nn.Linear(8, 3)
    lines = examine(model, nn.CrossEntropyLoss(), NUMBERS, LABELS, optimiser)
    assert line(lines, "2.weight").endswith("step / weights 0e+00")
    assert not line(lines, "0.weight").endswith("step / weights 0e+00")
