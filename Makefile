# Signpost. `make` alone lists the targets.
