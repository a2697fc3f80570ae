import torch

x, y = torch.ones(1, 1), torch.zeros(1, 1)
for name in ["MSELoss", "BCEWithLogitsLoss"]:
    neuron = torch.nn.Linear(1, 1)
    neuron.weight.data.fill_(2)
    neuron.bias.data.fill_(2)
    optimiser = torch.optim.SGD(neuron.parameters(), lr=0.15)
    for epoch in range(151):
        z = neuron(x)
        a = torch.sigmoid(z)
        quadratic = torch.nn.MSELoss()(a, y) / 2  # ours has a half in front
        entropy = torch.nn.BCEWithLogitsLoss()(z, y)
        cost = quadratic if name == "MSELoss" else entropy
        optimiser.zero_grad()
        cost.backward()
        if epoch % 50 == 0:
            dw = neuron.weight.grad.item()
            print(f"{name:17} {epoch:3}  output {a.item():.4f}  derivative {dw:.4f}")
            #> MSELoss             0  output 0.9820  derivative 0.0173
            #> MSELoss            50  output 0.9759  derivative 0.0229
            #> MSELoss           100  output 0.9641  derivative 0.0333
            #> MSELoss           150  output 0.9334  derivative 0.0580
            #> BCEWithLogitsLoss   0  output 0.9820  derivative 0.9820
            #> BCEWithLogitsLoss  50  output 0.0985  derivative 0.0985
            #> BCEWithLogitsLoss 100  output 0.0411  derivative 0.0411
            #> BCEWithLogitsLoss 150  output 0.0257  derivative 0.0257
        optimiser.step()
