"""Unit 06: stochastic and mini-batch gradient descent (lectures 1, 2 and 4)."""
