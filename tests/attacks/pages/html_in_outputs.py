# attempts = "shows scripts, HTML, SVG, JavaScript, widgets and objects with their own representation"

# %%
from IPython.display import HTML, SVG, Javascript, IFrame, Markdown, Latex, Image, display, publish_display_data
display(HTML("<script>window.pwned = 1</script><img src=x onerror=window.pwned=1>"))
display(Javascript("window.pwned = 1"), SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='window.pwned=1'><script>window.pwned=1</script></svg>"))
display(IFrame("http://127.0.0.1:@PORT@/", 10, 10), Markdown("<script>window.pwned=1</script>"), Latex(r"$\href{javascript:window.pwned=1}{a}$"))
display(Image(url="http://127.0.0.1:@PORT@/x.png"))
publish_display_data({"text/plain": "<script>window.pwned=1</script>", "text/html": "<script>window.pwned=1</script>",
                      "application/javascript": "window.pwned=1", "application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "application/pdf": "JVBERi0="})
print("<script>window.pwned=1</script>\x1b[31m<img src=x onerror=window.pwned=1>\x1b[0m\x1b]8;;javascript:window.pwned=1\x07link\x1b]8;;\x07")
print("\x1b[38;5;1\"onclick=window.pwned=1m x \x1b[999999999999m", "\u202e txet \u2066", "\x00\x08\x7f")
class Shows:
    def _repr_html_(self): return "<script>window.pwned=1</script>"
    def _repr_mimebundle_(self, **k): return {"text/html": "<script>window.pwned=1</script>", "text/plain": "</pre><script>window.pwned=1</script>"}
    def __repr__(self): return "</pre><script>window.pwned=1</script>"
Shows()

# %%
raise type("<img src=x onerror=window.pwned=1>", (Exception,), {})("</pre><script>window.pwned=1</script>")

# %%
%%html
<script>window.pwned=1</script>

# %%
%%javascript
window.pwned = 1

# %%
"</pre></div><script>window.pwned=1</script>"  # <script>window.pwned=1</script>
