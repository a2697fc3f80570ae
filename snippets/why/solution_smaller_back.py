for units in [20, 32]:
    weights = 64 * units + units * 10
    knobs = weights + units + 10
    back = weights + units * 10 + 2 * units
    times = (knobs + 1) * weights / (weights + back)
    print(f"{units} units: way back {back:,}, {times:,.0f} times fewer")
    #> 20 units: way back 1,720, 699 times fewer
    #> 32 units: way back 2,752, 1,115 times fewer
