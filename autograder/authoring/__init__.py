"""From a lesson's text to notebooks, checks and the site, and the proof that an exercise is good.

For who writes. Nobody who only grades needs it.
"""
