# attempts = "writes what pages run by themselves: diagrams, widgets, require.js, task lists"

# %% [markdown] question="own-words"
# ```mermaid
# graph TD; A["<img src=x onerror=window.pwned=1>"] --> B; click A href "javascript:window.pwned=1"
# ```
#
# <div class="mermaid">graph TD; A</div> <div class="jp-Mermaid"><code>graph</code></div>
#
# ```html
# <script>window.pwned=1</script>
# ```
#
# ~~~javascript onload=window.pwned=1 "><script>window.pwned=1</script>
# window.pwned = 1
# ~~~
#
# <script type="application/vnd.jupyter.widget-view+json">{"model_id": "x"}</script>
#
# # <img src=x onerror=window.pwned=1> {#x onclick=window.pwned=1}
#
# | a<script>window.pwned=1</script> | b |
# |:--|--:|
# | <img src=x onerror=window.pwned=1> | `</code><script>window.pwned=1</script>` |
