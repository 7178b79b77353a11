"""Unit 02: the derivative table and the chain rule (lecture 3)."""
