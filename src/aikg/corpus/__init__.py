"""From files to articles: readers of briefs."""
