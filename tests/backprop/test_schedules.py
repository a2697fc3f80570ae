import math

import numpy as np
import pytest

from backprop import schedules

THEN = r"then must be a function \(epoch, epochs\) -> factor of eta"


def factors(schedule, epochs):
    return [schedule(epoch, epochs) for epoch in range(epochs)]


def test_step():
    assert factors(schedules.step(every=3, factor=0.1), 7) == pytest.approx([1, 1, 1, 0.1, 0.1, 0.1, 0.01])


def test_exponential():
    assert factors(schedules.exponential(0.5), 4) == [1, 0.5, 0.25, 0.125]


@pytest.mark.parametrize(
    ("schedule", "last", "power"),
    [
        (schedules.exponential(2), 1023, 1024),
        (schedules.step(every=3, factor=2), 3071, 1024),
        (schedules.exponential(1e200), 1, 2),
    ],
)
@pytest.mark.parametrize("number", [int, np.int64])
def test_steps_that_grow_beyond_all_numbers_are_named(schedule, last, power, number):
    assert schedule(number(last), 9999) < math.inf
    message = (
        rf"^factor must be so small that its powers are finite; got (2|1e\+200), "
        rf"and its power {power}, for epoch {last + 1}, is not$"
    )
    with pytest.raises(ValueError, match=message):
        schedule(number(last + 1), 9999)


def test_cosine():
    found = factors(schedules.cosine(), 6)
    assert found == pytest.approx([1, 0.5 + math.sqrt(3) / 4, 0.75, 0.5, 0.25, 0.5 - math.sqrt(3) / 4])


def test_warmup_alone():
    assert factors(schedules.warmup(4), 6) == [0.25, 0.5, 0.75, 1, 1, 1]


def test_what_follows_a_warmup_counts_its_own_epochs():
    found = factors(schedules.warmup(2, then=schedules.cosine()), 6)
    assert found == pytest.approx([0.5, 1, *factors(schedules.cosine(), 4)])


def test_a_warmup_may_be_longer_than_the_training():
    assert factors(schedules.warmup(10, then=schedules.cosine()), 2) == [0.1, 0.2]


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: schedules.step(every=0), ValueError, "every must be a whole number, at least 1; got 0"),
        (lambda: schedules.step(every=2.5), TypeError, "every must be a whole number"),
        (lambda: schedules.step(factor=0), ValueError, "factor must be a finite number and above 0; got 0"),
        (lambda: schedules.exponential(-1), ValueError, "factor must be .* above 0; got -1"),
        (lambda: schedules.warmup(0), ValueError, "epochs must be a whole number, at least 1; got 0"),
        (lambda: schedules.warmup(then=0.5), TypeError, rf"^{THEN}; got 0.5$"),
        (
            lambda: schedules.warmup(then="cosine"),
            TypeError,
            rf"^{THEN}; got 'cosine'. In backprop.schedules, step\(\), .*, warmup\(\) make one$",
        ),
        *[
            (
                lambda maker=maker: schedules.warmup(2, then=maker),
                TypeError,
                rf"^{THEN}; got {maker.__name__}, which makes one: {maker.__name__}\(\)$",
            )
            for maker in schedules.MAKERS
        ],
    ],
)
def test_bad_arguments_are_named(make, error, message):
    with pytest.raises(error, match=message):
        make()


@pytest.mark.parametrize("make", [schedules.step, schedules.exponential, schedules.cosine, schedules.warmup])
@pytest.mark.parametrize("epoch", [-1, 0.5, None, "1", True])
def test_what_is_no_epoch_is_named(make, epoch):
    with pytest.raises((TypeError, ValueError), match=r"^epoch must be a whole number, at least 0; got "):
        make()(epoch, 10)


def test_half_a_cosine_over_no_epochs_is_none():
    with pytest.raises(ValueError, match=r"^epochs must be a whole number, at least 1; got 0$"):
        schedules.cosine()(0, 0)


def test_an_epoch_after_the_last_is_none():
    assert schedules.cosine()(10, 10) == 0
    with pytest.raises(ValueError, match=r"^epoch must be at most epochs, 10; got 11$"):
        schedules.cosine()(11, 10)


def test_however_late_the_epoch_a_power_is_what_it_is():
    assert schedules.exponential(0.5)(10**400, 10**401) == 0
    assert schedules.step(1, 1.0)(10**400, 10**401) == 1
    with pytest.raises(ValueError, match=r"^factor must be so small that its powers are finite"):
        schedules.exponential(2)(10**400, 10**401)
