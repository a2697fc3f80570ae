import torch
from examine import examine
from three_models import CASES

for name, (model, cost, x, y) in CASES.items():
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    head, *others = examine(model, cost, x, y, sgd)
    # --8<-- [start:shown]
    for line in (f"{name}: {head}", *(f"  {numbers}" for numbers in others)):
        print(line)
        #> first: answers (60, 1), targets (60,)
        #>   cost 1.04, if all answers are 0: 1.00
        #>   0.weight: gradient 9e-02, step / weights 3e-03
        #>   2.weight: gradient 4e-01, step / weights 1e-01
        #>   ReLUs never on: 0%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
        #> second: answers (60, 3), targets (60,)
        #>   cost 40.86, if all answers are 0: 1.10
        #>   0.weight: gradient 2e+02, step / weights 6e+00
        #>   2.weight: gradient 4e+02, step / weights 3e+01
        #>   ReLUs never on: 0%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
        #> third: answers (60, 3), targets (60,)
        #>   cost 1.22, if all answers are 0: 1.10
        #>   hidden.weight: gradient 2e-01, step / weights 6e-03
        #>   last.weight: gradient 6e-01, step / weights 6e-02
        #>   ReLUs never on: 0%
        #>   first answer, asked again: changed by 3.268
        #>   first answer, in other company: changed by 2.430
    # --8<-- [end:shown]
