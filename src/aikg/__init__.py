"""A linked-data knowledge graph of AI policy and industry: who claims what, as fact, forecast or plan."""
