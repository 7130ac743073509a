"""Whether the dataset keeps its promises: shapes, and what shapes cannot say."""
