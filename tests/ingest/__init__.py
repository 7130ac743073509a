"""Tests of ingesting."""
