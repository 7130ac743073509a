"""Word lists of the extraction: data, read once by ``aikg.extraction.words``."""
