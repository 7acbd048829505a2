"""Attendance: check-in and check-out at sites, judged by place, face and habits, and reviewed."""
