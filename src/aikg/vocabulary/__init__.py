"""The words: namespaces, IRIs, and what the ontology says of them."""
