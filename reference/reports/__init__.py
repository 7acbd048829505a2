"""Reports: files over the records of a span. As yet the summary of a task, which follows its completion."""
