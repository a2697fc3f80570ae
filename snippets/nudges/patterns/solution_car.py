def stop(v, t, u):
    return v * t + v**2 / (2 * u)


v, t, u = 25, 1, 6
print(f"{v * 3.6:.0f} kilometres an hour")
#> 90 kilometres an hour
way = stop(v, t, u)
print(f"stops after {way:.2f}")
#> stops after 77.08
to_v, to_t, to_u = t + v / u, v, -(v**2) / (2 * u**2)
print(f"derivatives: {to_v:.2f}, {to_t:.2f}, {to_u:.2f}")
#> derivatives: 5.17, 25.00, -8.68
print("promised and saved")
#> promised and saved
print(f"slower: {to_v * 1:.2f} and {way - stop(v - 1, t, u):.2f}")
#> slower: 5.17 and 5.08
print(f"sooner: {to_t * 0.1:.2f} and {way - stop(v, t - 0.1, u):.2f}")
#> sooner: 2.50 and 2.50
print(f"better brakes: {-to_u * 0.5:.2f} and {way - stop(v, t, 6.5):.2f}")
#> better brakes: 4.34 and 4.01
