"""What the register has of a letter: its persons, the treaties of its rosters, the letter itself in another copy."""
