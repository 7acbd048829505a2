"""What Muster costs, against what one could use or do instead: ``python -m benchmarks``."""
