"""From the bytes that somebody handed in to the cells of a released notebook. All that is read here is hostile.

It judges nothing and knows no gradebook: classroom and self-study ask it alike.
"""
