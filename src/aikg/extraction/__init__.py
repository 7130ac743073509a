"""From an article to statements."""
