"""Files for others: downloads and their catalogue."""
