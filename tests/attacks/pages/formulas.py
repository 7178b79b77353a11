# attempts = "writes TeX that makes links, loads files, defines commands, carries HTML, or never ends"

# %% [markdown] question="own-words"
# $\href{javascript:window.pwned=1}{a}$ $\url{http://127.0.0.1:@PORT@/}$ $\includegraphics{http://127.0.0.1:@PORT@/x.png}$ $\unicode{x3C}$
# $\style{background:url(http://127.0.0.1:@PORT@/)}{a}$ $\class{x" onclick="window.pwned=1}{a}$ $\cssId{x}{a}$ $\require{html}$ $\data{x}{y}$
# $\text{<script>window.pwned=1</script>}$ $\mathrm{</math><img src=x onerror=window.pwned=1>}$ $&lt;img src=x onerror=window.pwned=1&gt;$
# $\color{red" onclick="window.pwned=1}{a}$ $\hspace{1px" onload="window.pwned=1}$ $<annotation-xml encoding="text/html"><script>window.pwned=1</script></annotation-xml>$
#
# $$\begin{array}{"><img src=x onerror=window.pwned=1>} a \end{array}$$
#
# $$\def\x{\x\x}\x \newcommand{\y}{\y}\y \let\z\z$$
#
# \begin{align} \htmlClass{x}{y} \\href{javascript:window.pwned=1}{a} \end{align}
# \\[ \\href{javascript:window.pwned=1}{a} \\] \\( \\\\href{javascript:window.pwned=1}{b} \\) $\\\href{javascript:window.pwned=1}{c}$
#
# $\frac{\frac{\frac{\frac{\frac{\frac{\frac{\frac{\frac{\frac{a}{b}}{b}}{b}}{b}}{b}}{b}}{b}}{b}}{b}}{b}$ ${{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{$ $a_a_a_a^b^b^b$
