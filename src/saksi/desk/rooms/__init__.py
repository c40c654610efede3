"""The rooms of the desk: one file a screen."""
