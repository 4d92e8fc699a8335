"""What this project's annotators have confirmed: names, their labels and identities, for the articles to come."""
