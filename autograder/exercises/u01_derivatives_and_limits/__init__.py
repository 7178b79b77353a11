"""Unit 01: derivatives, limits and gradients from difference quotients (lectures 1 and 3)."""
