from network import net, six, wanted, x_new, y_new

true = y_new.argmax(axis=0)
nabla_b, nabla_w = net.backprop(six, wanted)
weights, biases = net.weights, net.biases


def right_after(eta):
    net.weights = [w - eta * g for w, g in zip(weights, nabla_w, strict=True)]
    net.biases = [b - eta * g for b, g in zip(biases, nabla_b, strict=True)]
    return (net.feedforward(x_new).argmax(axis=0) == true).sum()


print(f"answer {right_after(1)}")
#> answer 39
before, after = right_after(0), right_after(0.1)
print(f"as_before {before}")
#> as_before 433
print(f"a_tenth {after}")
#> a_tenth 424
print(f"ten_times_the_loss {before - 10 * (before - after)}")
#> ten_times_the_loss 343
