def compiled(lines):
    known, same, short = {}, {}, []
    for out, operation, *inputs in lines:
        inputs = [same.get(name, name) for name in inputs]
        key = operation, *inputs
        if key in known:  # computed before, under another name
            same[out] = known[key]
        else:
            known[key] = out
            short.append((out, *key))
    needed, kept = {same.get(lines[-1][0], lines[-1][0])}, []
    for line in reversed(short):
        if line[0] in needed:
            needed.update(line[2:])
            kept.append(line)
    return kept[::-1]


def wasteful(u, v):
    u * u * u  # nobody asks for it
    return (u * v + u) * (u * v + u)


if __name__ == "__main__":
    from backprop import Value

    from player import play
    from tracer import trace

    lines = trace(wasteful, "u", "v")
    short = compiled(lines)
    print(len(lines), "lines become", len(short))
    #> 7 lines become 3
    for line in short:
        print(*line)
        #> t3 mul u v
        #> t4 add t3 u
        #> t7 mul t4 t4
    for program in (lines, short):
        u, v = Value(2), Value(3)
        f = play(program, u=u, v=v)
        f.backward()
        print(f.data, u.grad, v.grad)
        #> 64.0 64.0 32.0
        #> 64.0 64.0 32.0
