"""The languages as data: lexicons, names and codes in YAML, and what loads them; no logic of a stage."""
