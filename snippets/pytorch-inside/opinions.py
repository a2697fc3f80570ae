import torch
from examine import examine
from torch import nn
from torch.nn import functional


class Opinion(nn.Module):
    """Read a sentence of word numbers, and answer with one logit: is it praise?"""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(50, 16)
        self.hidden = nn.Linear(16, 32)
        self.more = nn.Linear(32, 32)  # made, and then forgotten
        self.last = nn.Linear(32, 1)

    def forward(self, sentence):
        meaning = self.words(sentence).mean(dim=1)
        return self.last(functional.relu(self.hidden(meaning)))


torch.manual_seed(0)
sentences, praise = torch.randint(50, (20, 8)), torch.arange(20).double()[:, None] % 2
model = Opinion().double()
model.words.requires_grad_(False)  # as if trained by others
sgd = torch.optim.SGD(model.parameters(), lr=0.1)
for line in examine(model, nn.BCEWithLogitsLoss(), sentences, praise, sgd):
    print(line)
    #> answers (20, 1), targets (20, 1)
    #> cost 0.70, if all answers are 0: 0.69
    #> hidden.weight: gradient 6e-02, step / weights 2e-03
    #> last.weight: gradient 9e-02, step / weights 2e-02
    #> frozen: words.weight
    #> the cost does not depend on: more.weight more.bias
    #> ReLUs never on: 3%
    #> first answer, asked again: changed by 0.000
    #> first answer, in other company: changed by 0.000
