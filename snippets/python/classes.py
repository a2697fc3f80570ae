class Number:
    def __init__(self, data):
        self.data = data

    def __add__(self, other):
        return Number(self.data + other.data)

    def double(self):
        return self + self


class Loud(Number):
    def double(self):
        return Number(1000)


total = Number(1) + Number(-2)
print(total.data, total.double().data)
#> -1 -2
loud = Loud(5)
print(loud.data, loud.double().data)
#> 5 1000
