import numpy as np


def clip_value(g, c):
    return np.clip(g, -c, c)


def clip_norm(g, c):
    return g * min(1, c / np.linalg.norm(g))


g = np.array([12.0, 5.0])
for clipped in [g, clip_value(g, 6.5), clip_norm(g, 6.5)]:
    length = np.linalg.norm(clipped)
    angle = np.degrees(np.arctan2(clipped[1], clipped[0]))
    print(clipped, f"length {length:.2f}  angle {angle:.1f}")
    #> [12.  5.] length 13.00  angle 22.6
    #> [6.5 5. ] length 8.20  angle 37.6
    #> [6.  2.5] length 6.50  angle 22.6
