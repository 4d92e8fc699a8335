"""Suggests who and what an article names: people, groups, posts, bodies, places, events, laws, products, addresses."""
