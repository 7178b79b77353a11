"""Unit 07: the computation graph, forward, backward, and a small automatic differentiation (lecture 5)."""
