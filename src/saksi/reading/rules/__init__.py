"""The rules that find statements: one file a construction, each rule a function from a sentence and a cue to a draft."""
