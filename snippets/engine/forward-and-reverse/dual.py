from backprop import sigmoid, sigmoid_prime


class Dual:
    def __init__(self, data, dot=0):
        self.data = data
        self.dot = dot

    def __add__(self, other):
        return Dual(self.data + other.data, self.dot + other.dot)

    def __mul__(self, other):
        dot = self.dot * other.data + self.data * other.dot
        return Dual(self.data * other.data, dot)

    def sigmoid(self):
        slope = sigmoid_prime(self.data)
        return Dual(sigmoid(self.data), slope * self.dot)
