from backprop import schedules

factor = schedules.cosine()
print("20 epochs, every fifth:", [round(factor(t, 20), 3) for t in (0, 5, 10, 15)])
#> 20 epochs, every fifth: [1.0, 0.854, 0.5, 0.146]
print("stopped, then 10 epochs:", [round(factor(t, 10), 3) for t in (0, 5)])
#> stopped, then 10 epochs: [1.0, 0.5]
