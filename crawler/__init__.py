"""The network and the clock: fetch politely, keep every byte, leave the understanding to others."""
