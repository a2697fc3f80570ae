measured = {"Ada": (22, 58), "Ben": (58, 33), "Cleo": (59, 57)}
print("       data   what surrounds   the rest")
#>        data   what surrounds   the rest
for name, (same_batch, twice_the_batch) in measured.items():
    data, around = 60 - same_batch, 2 * (60 - twice_the_batch)
    print(f"{name:4} {data:6}   {around:14}   {60 - data - around:8}")
    #> Ada      38                4         18
    #> Ben       2               54          4
    #> Cleo      1                6         53
