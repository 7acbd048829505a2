"""The sentences of the features, one file an area: match, call one thing, assert."""
