# attempts = "writes scripts, frames, styles, forms and handlers into its prose"

# %% [markdown] question="own-words"
# <script>window.pwned = 1</script><ScRiPt src="http://127.0.0.1:@PORT@/x.js"></sCrIpT>
# <img src=x onerror="window.pwned=1"><svg onload=window.pwned=1><svg/onload=window.pwned=1>
# <iframe src="javascript:window.pwned=1"></iframe><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>
# <style>@import url("http://127.0.0.1:@PORT@/x.css"); body { display: none; background: url(http://127.0.0.1:@PORT@/y) }</style>
# <link rel=stylesheet href="http://127.0.0.1:@PORT@/z.css"><base href="http://127.0.0.1:@PORT@/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:@PORT@/">
# <form action="http://127.0.0.1:@PORT@/"><input autofocus onfocus=window.pwned=1></form><object data="http://127.0.0.1:@PORT@/o"></object><embed src="http://127.0.0.1:@PORT@/e">
# <details open ontoggle=window.pwned=1><video src=x onerror=window.pwned=1></video><body onload=window.pwned=1><marquee onstart=window.pwned=1>
# <a href="javascript:window.pwned=1" id="c">click</a><math><mtext><script>window.pwned=1</script></mtext></math>
# <!-- --><script>window.pwned=1</script> --> <?xml version="1.0"?><![CDATA[<script>window.pwned=1</script>]]>
# <
# script>window.pwned=1</script>
# <<script>window.pwned=1//<</script>
# &lt;script&gt;window.pwned=1&lt;/script&gt; &#60;img src=x onerror=window.pwned=1&#62;
# <img/src=`x`onerror=window.pwned=1> <img """><script>window.pwned=1</script>">
# <x onclick=window.pwned=1 style="animation-name:x" onanimationstart="window.pwned=1">

# %% [markdown]
# <textarea><script>window.pwned=1</script></textarea></div></div></body><script>window.pwned=1</script>
