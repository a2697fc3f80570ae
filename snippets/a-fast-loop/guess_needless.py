inputs, hidden, outputs, batch = 784, 30, 10, 10

forward = batch * (inputs * hidden + hidden * outputs)
step = 2 * forward + batch * hidden * outputs
needless = batch * inputs * hidden
print(f"answer {round(100 * needless / step)}")
#> answer 49
print(f"one_sample {round(100 * needless / batch / step)}")
#> one_sample 5
print(f"forward_only {round(100 * needless / forward)}")
#> forward_only 99
print(f"share {round(100 * needless / (step + needless))}")
#> share 33
