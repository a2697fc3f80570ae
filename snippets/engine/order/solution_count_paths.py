def count_paths(made_from):
    paths = [0] * len(made_from)
    paths[-1] = 1
    for k in reversed(range(len(made_from))):
        for parent in made_from[k]:
            paths[parent] += paths[k]
    return paths


if __name__ == "__main__":
    sixty_additions = [[], *([k, k] for k in range(60))]
    print(f"{count_paths(sixty_additions)[0]:,}")
    #> 1,152,921,504,606,846,976
