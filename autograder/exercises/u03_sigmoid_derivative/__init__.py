"""Unit 03: the sigmoid, its slope, and three more activations (lectures 1, 3 and 4)."""
