"""Tests of the reader of briefs."""
