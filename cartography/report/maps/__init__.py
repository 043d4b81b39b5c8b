"""The maps, the atlas and the project of the planning report."""
