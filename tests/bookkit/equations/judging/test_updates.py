"""Step sizes that a page declares itself."""

from __future__ import annotations

from ..conftest import judged_with

OWN = {
    "w": "a number",
    "x": "a number",
    "y": "a number",
    "\\eta": "a positive number",
    "\\lambda": "a positive number",
}
LOSS = r"L \coloneqq \frac{1}{2} (w x - y)^2 + \frac{\lambda}{2} w^2"
STEP = r"w \leftarrow w - \eta \frac{\partial L}{\partial w}"


def test_a_positive_number_that_the_aim_does_not_name_is_a_step_size() -> None:
    assert judged_with(OWN, LOSS, STEP).status == "true"
    assert judged_with(OWN, LOSS, STEP.replace("w - ", "w + ")).status == "false"


def test_a_number_of_the_aim_is_none() -> None:
    found = judged_with(OWN, LOSS, STEP.replace("\\eta", "\\lambda"))
    assert found.status == "false"
