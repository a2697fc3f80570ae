window, units, lamps = 64, 32, 10

print(f"answer {window * units + units * lamps}")
#> answer 2368
print(f"first_pair {window * units}")
#> first_pair 2048
print(f"all_three {window * units * lamps}")
#> all_three 20480
print(f"only_added {window + units + lamps}")
#> only_added 106
