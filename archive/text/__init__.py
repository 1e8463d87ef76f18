"""What is written here? Letters, words, languages, dates and quantities of four languages. Pure: text in, values out."""
