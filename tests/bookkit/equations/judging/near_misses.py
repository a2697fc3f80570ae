r"""False claims that are nearly true: floats cannot tell them from true ones, exact arithmetic has to.

Each is a true claim with a difference of about one part in :math:`10^9` (or far less) planted in it: in a
factor, in a term, in an exponent, in an argument, in a derivative, in a sum, in a matrix, in a network.
"""

NEAR_MISSES: dict[str, tuple[tuple[str, str], ...]] = {
    "a factor beside a derivative": (
        ("calculus", r"\frac{d}{dx} x^3 = 3.000000001 x^2"),
        ("calculus", r"\frac{d}{dx} \sin x = 1.000000001 \cos x"),
        ("calculus", r"\frac{d}{dx} e^{2 x} = 1.9999999990 e^{2 x}"),
        ("calculus", r"\sigma'(z) = 1.000000001 \, \sigma(z) (1 - \sigma(z))"),
        ("calculus", r"\frac{d}{dz} \tanh(z) = 0.999999999 (1 - \tanh(z)^2)"),
        ("calculus", r"\frac{d}{dx} (x^2 + 1)^5 = 10.00000001 x (x^2 + 1)^4"),
        ("calculus", r"(f g)'(x) = f'(x) g(x) + 1.000000001 f(x) g'(x)"),
    ),
    "a term beside a derivative": (
        ("calculus", r"\frac{d}{dx} x^2 = 2 x + 10^{-10} x"),
        ("calculus", r"\sigma'(z) = \sigma(z) (1 - \sigma(z)) + 10^{-10} \sigma(z)^2 (1 - \sigma(z))"),
        ("calculus", r"\frac{d}{dx} e^x = e^x + 10^{-12} e^{x / 2}"),
        ("calculus", r"\frac{d}{dx} \log(1 + x^2) = \frac{2 x}{1 + x^2} - 10^{-11} x"),
        ("calculus", r"f'(x) = f'(x) + 10^{-12}"),
        ("calculus", r"\frac{d^2}{dz^2} \operatorname{erf}(z) = \frac{-4.000000001 z}{\sqrt{\pi}} e^{-z^2}"),
    ),
    "an argument or an exponent": (
        ("calculus", r"\sigma'(z) = \sigma(z) (1 - \sigma(1.000000001 z))"),
        ("calculus", r"\frac{d}{dx} \cos x = -\sin(1.0000000001 x)"),
        ("calculus", r"\frac{d}{dx} x^2 = 2 x^{1.0000000001} \quad \text{for } x > 0"),
        ("calculus", r"\frac{d}{dx} f(2 x) = 2 f'(2.0000000001 x)"),
    ),
    "too small a difference for a float": (
        ("calculus", r"(x + y)^2 = x^2 + 2 x y + y^2 + 10^{-18} x^2"),
        ("calculus", r"e^x e^y = e^{x + y + 10^{-17}}"),
        ("calculus", r"\sin^2 x + \cos^2 x = 1 + 10^{-16}"),
        ("calculus", r"\tanh(x) = 2 \sigma(2 x) - 1 + 10^{-18}"),
        ("calculus", r"\log(x y) = \log x + (1 + 10^{-17}) \log y \quad \text{for } x > 0, y > 0"),
        ("calculus", r"\max(x, y) = \frac{x + y + |x - y|}{2} + 10^{-17} |x|"),
    ),
    "numbers alone": (
        ("calculus", r"\sqrt{2} \cdot \sqrt{2} = 2 + 10^{-15}"),
        ("calculus", r"e^{\log 3} = 3 + 10^{-15}"),
        ("calculus", r"\sin(1)^2 + \cos(1)^2 = 1 + 10^{-16}"),
        ("calculus", r"\sigma(0) = \frac{1}{2} + 10^{-17} e"),
        ("calculus", r"\cos(10^{-9}) = 1"),
    ),
    "a limit": (
        ("calculus", r"\lim_{h \to 0} \frac{\sin h}{h} = 1 + 10^{-10}"),
        ("calculus", r"\lim_{h \to 0} \frac{e^h - 1 - h}{h^2} = \frac{1}{2} + 10^{-10}"),
        ("calculus", r"\lim_{h \to 0} \frac{(x + h)^3 - x^3}{h} = 3.000000001 x^2"),
        ("calculus", r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h} = f'(x) + 10^{-12}"),
        ("calculus", r"\lim_{h \to 0} \frac{f(x + h) - f(x - h)}{2 h} = 1.000000001 f'(x)"),
        ("calculus", r"\lim_{z \to \infty} \sigma(z) = 1 - 10^{-10}"),
        ("calculus", r"\lim_{n \to \infty} (1 + \frac{1}{n})^n = e + 10^{-10}"),
        ("calculus", r"\lim_{x \to \infty} (\sqrt{x^2 + x} - x) = \frac{1}{2} + 10^{-10}"),
        ("calculus", r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 4 + 10^{-9}"),
        ("calculus", r"\lim_{h \to 0^+} \frac{|h|}{h} = 1 + 10^{-10}"),
    ),
    "a network": (
        ("network", r"\delta^l = 1.000000001 ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)"),
        ("network", r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j \cdot (1 + 10^{-10})"),
        ("network", r"\frac{\partial C}{\partial b^l_j} = \delta^l_j + 10^{-12} b^l_j"),
        ("network", r"\delta^L = \nabla_a C \odot \sigma'(1.000000001 z^L)"),
        ("network", r"\frac{\partial z^{l+1}_j}{\partial z^l_k} = w^{l+1}_{jk} \sigma'(z^l_k) + 10^{-13}"),
        ("network", r"z^l = W^l a^{l-1} + b^l + 10^{-16} b^l"),
    ),
    "chance": (
        ("chance", r"\operatorname{Var}[z] = 1.0000000000001 \operatorname{Var}[z]"),
        ("chance", r"\mathbb{E}[u v] = \mathbb{E}[u] \mathbb{E}[v] (1 + 10^{-16})"),
        ("chance-dropout", r"\operatorname{Var}[D] = \frac{p}{1 - p} (1 + 10^{-15})"),
    ),
    "sums and matrices": (
        ("vectors", r"(A B)^\top = B^\top A^\top (1 + 10^{-16})"),
        ("vectors", r"\sum_{i=1}^n u_i v_i = u^\top v \cdot (1 + 10^{-17})"),
        ("calculus", r"\sum_{k=1}^n k = \frac{n (n + 1)}{2} + 10^{-16}"),
        ("calculus", r"\sum_{k=0}^n \frac{1}{2^k} = 2 - \frac{1}{2^n} + 10^{-16}"),
        ("softmax", r"\frac{\partial C}{\partial z_j} = (a_j - y_j) (1 + 10^{-10})"),
        ("logistic", r"\frac{\partial C}{\partial b} = \frac{1 + 10^{-10}}{m} \sum_{i=1}^m (A_i - Y_i)"),
    ),
}
