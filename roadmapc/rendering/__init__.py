"""Templates, the block tree that they are read into, and its look; HTML pages."""
