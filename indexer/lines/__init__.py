"""How do printed lines become text? Where lines stand on the page, what they open with, and how broken lines are joined."""
