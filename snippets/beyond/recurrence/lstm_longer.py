from lstm_recalls import lstm
from recall import successes

print(f"forget gates from 1, a hundred epochs: {successes(lstm(1), 30, epochs=100)}")
#> forget gates from 1, a hundred epochs: 3
