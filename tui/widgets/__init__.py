"""The pieces screens are made of. State goes down into them, messages come up."""
