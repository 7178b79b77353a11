# attempts = "is honest; uses names and texts in many scripts"
# base = "alice"
# earns = "all"
# student = "honest-Zoë.Łukasz_山田"

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    η, ŵ = learning_rate, w0
    """Καλημέρα 🙂 مرحبا"""
    return ŵ * (1 - 2 * η) ** k
print("🙂 שלום مرحبا")
