"""The nouns of the build half: frozen records, no behaviour beyond themselves."""
