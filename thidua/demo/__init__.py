"""Invented newspapers, served on loopback, so that the whole way can be walked without a network."""
