"""Unit 04: gradient descent on L(w) = w² + 12 (lectures 1 and 3)."""
