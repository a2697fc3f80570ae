# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Nudge by nudge
#
# A lab to run and change. The circuit is $f = \sigma((a + b)\,c)$.

# %%
from backprop import sigmoid

print(f"{float(sigmoid(3.0)):.4f}")
