"""The dataset, loaded and asked."""
