"""What does the keeper of the archive say of its documents? Side files, spreadsheets and corrections."""
