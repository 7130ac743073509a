"""From records to quads and Turtle."""
