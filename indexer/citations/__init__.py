"""Which sources does a note cite? Cuts notes into citations and reads their fields."""
