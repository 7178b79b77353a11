# attempts = "fills its prose with formulas: thousands of small ones, matrices in matrices, rooms of a million letters"

import nbformat

FORMULAS = ("$a$ ", r"$\frac{a}{b}$ ", r"$\begin{matrix}a&b\\c&d\end{matrix}$ ", r"$\sqrt{\sqrt{\sqrt a}}$ ", "$a_{a_a}^{b^b}$ ", r"$\hat{\hat{\hat{\hat a}}}$ ")
LONG = (
    "$$" + "a+" * 4_000 + "a$$",
    "$$" + r"\begin{matrix}" + ("a&" * 50 + r"a\\") * 80 + r"\end{matrix}$$",
    r"$\hspace{1000000em}$ $\kern{-9999em}$ a $\rule{9999em}{9999em}$ $\mspace{9999mu}$",
    "$" + r"\begin{matrix}" * 60 + "a" + r"\end{matrix}" * 60 + "$",
)


def make(folder, released):
    texts = [(formula * 9_900)[:9_900] for formula in FORMULAS * 12] + list(LONG)
    for number, text in enumerate(texts):
        released.cells.append(nbformat.v4.new_markdown_cell(text, id=f"formulas-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
