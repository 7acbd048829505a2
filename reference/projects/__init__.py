"""Projects, their repositories and technologies, and analyses of them."""
