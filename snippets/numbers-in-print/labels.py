import inspect

from backprop import Network

for line in inspect.getsource(Network.backprop).splitlines():
    code, _, tag = line.partition("  # BP")
    if tag:
        print(f"BP{tag}: {code.strip().partition(' = ')[0]}")
        #> BP1: delta
        #> BP2: delta
        #> BP3: nabla_b[layer]
        #> BP4: nabla_w[layer]
