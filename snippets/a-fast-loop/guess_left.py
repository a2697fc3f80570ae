epoch, twice_the_batch = 60, 33
saved = epoch - twice_the_batch  # half of what surrounds the mathematics

print(f"answer {epoch - 2 * saved}")
#> answer 6
print(f"half {twice_the_batch}")
#> half 33
print(f"saved {saved}")
#> saved 27
print(f"surroundings {2 * saved}")
#> surroundings 54
