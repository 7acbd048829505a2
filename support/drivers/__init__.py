"""The protocols: HTTP, WebSocket, SQL, Redis, the task queue. They know how to ask, and nothing of what is asked."""
