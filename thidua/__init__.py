"""The command line and the jobs behind it: composes crawler, archive and extract, decides nothing."""
