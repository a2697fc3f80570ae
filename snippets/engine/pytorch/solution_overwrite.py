import torch

from in_place import after

gates = {"log": torch.log, "tanh": torch.tanh, "z + z": lambda z: z + z}
for name, gate in gates.items():
    print(f"{name:5}  {after(gate, 'input'):8} {after(gate, 'result')}")
    #> log    refused  works
    #> tanh   works    refused
    #> z + z  works    works
