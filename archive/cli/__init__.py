"""The command line: one module a group of commands; each parses arguments, calls the archive, prints."""
