"""Everything that speaks HTTP: asking servers for suggestions, and serving those of Tawsim."""
