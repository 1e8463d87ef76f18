"""What templates receive: frozen values in which everything is already decided."""
