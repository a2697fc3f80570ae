from checkpoints import measured

print("every  kept  layers run")
#> every  kept  layers run
for every in [2, 4, 5, 10, 20, 25, 50]:
    most, run, _ = measured(100, every)
    print(f"{every:5} {most:5} {run:11}")
    #>     2    51         149
    #>     4    28         172
    #>     5    24         176
    #>    10    19         181
    #>    20    24         176
    #>    25    28         172
    #>    50    51         149
