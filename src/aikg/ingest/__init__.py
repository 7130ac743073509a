"""From files of briefs to folders of candidates: read, extract, map, validate, write."""
