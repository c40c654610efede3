"""Where readings are kept: one protocol, the databases behind it."""
