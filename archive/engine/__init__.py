"""Where are these terms? The engine contract, its plans, and the engines: Whoosh on disk, and the plain oracle."""
