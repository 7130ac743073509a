"""Tests of the extraction, with invented sentences."""
