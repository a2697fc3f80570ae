def changes_since(events):
    count, noted, found = {}, {}, []
    for what, name in events:
        if what == "change":
            count[name] = count.get(name, 0) + 1
        elif what == "keep":
            noted[name] = count.get(name, 0)
        else:
            found.append(count.get(name, 0) - noted[name])
    return found


steps = ["change z", "keep z", "keep y", "change y", "back y", "back z"]
print(changes_since([tuple(step.split()) for step in steps]))
#> [1, 0]
