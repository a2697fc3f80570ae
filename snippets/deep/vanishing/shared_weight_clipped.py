w, eta, c = 1.2, 0.0005, 40
for step in range(21):
    a = w**20
    gradient = (a - 2) * 20 * w**19
    if step % 4 == 0:
        print(f"{step:2}  w = {w:.4f}  a = {a:7.4f}  gradient = {gradient:10.4f}")
        #>  0  w = 1.2000  a = 38.3376  gradient = 23218.2728
        #>  4  w = 1.1200  a =  9.6463  gradient =  1317.1140
        #>  8  w = 1.0400  a =  2.1911  gradient =     8.0534
        #> 12  w = 1.0353  a =  2.0004  gradient =     0.0160
        #> 16  w = 1.0353  a =  2.0000  gradient =     0.0001
        #> 20  w = 1.0353  a =  2.0000  gradient =     0.0000
    w = w - eta * max(-c, min(gradient, c))
