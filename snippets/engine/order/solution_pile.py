made_from = {"v": "pq", "p": "u", "q": "u", "u": ""}
seen, order, todo = set(), [], ["v"]
while todo:
    print(*todo)
    #> v
    #> v! p q
    #> v! p q! u
    #> v! p q! u!
    #> v! p q!
    #> v! p
    #> v! p! u
    #> v! p!
    #> v!
    node = todo.pop()
    if node.endswith("!"):
        order.append(node[0])
    elif node not in seen:
        seen.add(node)
        todo += [node + "!", *made_from[node]]
print("written down:", *order)
#> written down: u q p v
