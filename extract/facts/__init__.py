"""Read an article out of a page and find the facts in it: pure functions, no I/O but this package's own data files."""
