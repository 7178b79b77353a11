# attempts = "writes links and pictures in every form that Markdown has"

# %% [markdown] question="own-words"
# [a](javascript:window.pwned=1) [b](  JaVaScRiPt&#58;window.pwned=1) [c](data:text/html,<script>window.pwned=1</script>) [d](vbscript:x)
# ![p](http://127.0.0.1:@PORT@/p.png) ![q](//127.0.0.1:@PORT@/q.png) ![r](x"onerror="window.pwned=1) ![s][ref] [t][ref] [ref]
# <http://127.0.0.1:@PORT@/> http://127.0.0.1:@PORT@/auto <javascript:window.pwned=1> <a@b.c>
#
# [ref]: http://127.0.0.1:@PORT@/ref.png "title"
# [ref2]:<javascript:window.pwned=1>
#
# ![](attachment:x.png) [^1] ]( ]\( ](
# http://127.0.0.1:@PORT@/) [x]\
# (javascript:window.pwned=1)
#
# [x]&#40;javascript:window.pwned=1&#41; [y] (javascript:window.pwned=1) [z]​(javascript:window.pwned=1) &#91;w&#93;(javascript:window.pwned=1)
# [tab](java&Tab;script:window.pwned=1) [nl](java
# script:window.pwned=1) [e](&#106;avascript:window.pwned=1)
#
# \]: \[ \](http://127.0.0.1:@PORT@/) `](http://127.0.0.1:@PORT@/)` - [ ] task [~~x~~](http://127.0.0.1:@PORT@/)
