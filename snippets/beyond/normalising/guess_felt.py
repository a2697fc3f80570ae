channels, places, images = 3, 5 * 5, 4

print(f"answer {places * images}")
#> answer 100
print(f"one_image {places}")
#> one_image 25
print(f"one_place {images}")
#> one_place 4
print(f"all_channels {channels * places * images}")
#> all_channels 300
