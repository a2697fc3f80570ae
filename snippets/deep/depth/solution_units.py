for layers in range(1, 30):
    if 2**layers >= 1_000_000:
        print(f"{layers} layers, {2 * layers} units, {2**layers} pieces")
        #> 20 layers, 40 units, 1048576 pieces
        break
