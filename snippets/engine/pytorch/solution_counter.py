def refused(events):
    count, noted, named = {}, {}, []
    for what, name in events:
        if what == "change":
            count[name] = count.get(name, 0) + 1
        elif what == "keep":
            noted[name] = count.get(name, 0)
        elif noted[name] != count.get(name, 0):
            named.append(name)
    return named


steps = ["change z", "keep z", "keep y", "change y", "back y", "back z"]
print(refused([tuple(step.split()) for step in steps]))
#> ['y']
