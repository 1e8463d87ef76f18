"""Which words of four languages mean the same? The term base: its table, its matcher, its checks."""
