"""The secretary's screens: how far the award is, the ranking, and every command with a face."""
