"""Public examples of unit 00: numbers and one array, so nothing has to be defined here."""
