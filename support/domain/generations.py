"""Where the two generations of the platform's API stand."""

V1, V2 = "/api/v1", "/api/v2"
