def divide_dual(r, r_dot, t, t_dot):
    quotient = r / t
    return quotient, (r_dot - quotient * t_dot) / t
