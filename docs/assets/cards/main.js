// Starts what answers the reader's hand beside the figures: cards, copied formulas, guesses.

import { watch } from "./card.js"
import { copyFormulas } from "./latex.js"

watch()
copyFormulas()
if (document.querySelector("bp-predict")) import("./predict.js")
