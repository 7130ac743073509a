"""Tests of aikg."""
