inputs, units = 3, 5

of_a_gate = units * inputs + units * units + 2 * units
print("answer", 4 * of_a_gate)
#> answer 200
print("one_bias", 4 * (of_a_gate - units))
#> one_bias 180
print("one_gate", of_a_gate)
#> one_gate 50
print("three_gates", 3 * of_a_gate)
#> three_gates 150
