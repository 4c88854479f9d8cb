"""Tables for analysts: State-years, dyad-years and networks; days are counted from the few periods of each State."""
