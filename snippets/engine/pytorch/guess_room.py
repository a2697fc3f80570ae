from checkpoints import measured

layers, every = 100, 10
most, run, _ = measured(layers, every)
print(f"answer {most}")
#> answer 19
parts = layers // every
print(f"ends {parts}")
#> ends 10
print(f"input {parts + every}")
#> input 20
