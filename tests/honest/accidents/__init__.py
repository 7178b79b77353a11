"""The accidents, a file for each class of them; the first sentence of a file says what the class is."""
