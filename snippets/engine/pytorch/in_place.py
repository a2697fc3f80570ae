import torch


def after(gate, changed):
    x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
    z = x * 1  # an input that wants a gradient may not be changed in place itself
    y = gate(z)
    (z if changed == "input" else y).mul_(10)  # in place: in the same memory
    try:
        y.sum().backward()
    except RuntimeError as error:
        return "refused" if "modified by an inplace operation" in str(error) else error
    return "works"


if __name__ == "__main__":
    print("gate   input changed   result changed")
    #> gate   input changed   result changed
    gates = {"z + 1": lambda z: z + 1, "sin": torch.sin, "exp": torch.exp}
    for name, gate in gates.items():
        print(f"{name:5}  {after(gate, 'input'):13}   {after(gate, 'result')}")
        #> z + 1  works           works
        #> sin    refused         works
        #> exp    works           refused
