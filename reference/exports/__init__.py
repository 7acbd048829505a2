"""An analysis as a file, in five formats."""
