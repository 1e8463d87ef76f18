"""The pages of past revisions and of what differs between them."""
