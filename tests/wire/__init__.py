"""The real process against a loopback Discord: sockets, sessions, faults and restarts."""
