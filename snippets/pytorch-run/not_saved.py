import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(2, 20, 3)


def made():
    model = nn.Linear(3, 3)
    adam = torch.optim.Adam(model.parameters(), lr=0.1)
    return model, adam, torch.optim.lr_scheduler.StepLR(adam, step_size=5)


def steps(run, count):
    """Take some steps, and hand back the rate and the length of each."""
    model, adam, schedule = run
    found = []
    for _ in range(count):
        before = model.weight.detach().clone()
        adam.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        adam.step()
        length = (model.weight - before).norm().item()
        found.append((adam.param_groups[0]["lr"], length))
        schedule.step()
    return found


def gone_on(kept):
    """Stop after seven steps, and go on with the kept parts of the run."""
    torch.manual_seed(1)
    old, new = made(), made()
    steps(old, 7)
    for place in kept:
        new[place].load_state_dict(old[place].state_dict())
    return steps(new, 6)


torch.manual_seed(1)
CASES = {
    "never stopped": steps(made(), 13)[7:],
    "Ada": gone_on([0]),
    "Bo": gone_on([0, 1]),
    "Cy": gone_on([0, 2]),
}
# --8<-- [start:printed]
for name, found in CASES.items():
    rates = " ".join(f"{rate:.3f}" for rate, _ in found)
    lengths = " ".join(f"{length:.3f}" for _, length in found)
    for line in name, f"  rate   {rates}", f"  length {lengths}":
        print(line)
        #> never stopped
        #>   rate   0.010 0.010 0.010 0.001 0.001 0.001
        #>   length 0.015 0.015 0.016 0.002 0.002 0.002
        #> Ada
        #>   rate   0.100 0.100 0.100 0.100 0.100 0.010
        #>   length 0.300 0.201 0.095 0.082 0.106 0.010
        #> Bo
        #>   rate   0.010 0.010 0.010 0.010 0.010 0.001
        #>   length 0.015 0.015 0.016 0.016 0.017 0.002
        #> Cy
        #>   rate   0.100 0.100 0.100 0.010 0.010 0.010
        #>   length 0.300 0.201 0.095 0.008 0.012 0.015
# --8<-- [end:printed]
