for units in [20, 32]:
    of_a_unit, of_a_lamp = 64 + 1, units + 1
    knobs = units * of_a_unit + 10 * of_a_lamp
    print(f"{units} units: {units} × {of_a_unit} + 10 × {of_a_lamp} = {knobs} knobs")
    #> 20 units: 20 × 65 + 10 × 21 = 1510 knobs
    #> 32 units: 32 × 65 + 10 × 33 = 2410 knobs
