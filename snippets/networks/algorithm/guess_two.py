import numpy as np

errors = np.array([0.1444, -0.0611])
activations = np.array([0.2689, 0.3775])

print(f"answer {np.mean(errors * activations):.3f}")
#> answer 0.008
print(f"added_up {np.sum(errors * activations):.3f}")
#> added_up 0.016
print(f"of_the_means {np.mean(errors) * np.mean(activations):.3f}")
#> of_the_means 0.013
print(f"bias {np.mean(errors):.3f}")
#> bias 0.042
