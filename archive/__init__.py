"""The disk: SQLite and WARC, storing, re-reading, publishing. The only package that opens a database or keeps files."""
