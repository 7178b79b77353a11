"""Unit 05: linear regression with several weights (lectures 2 and 4)."""
