"""The kit of the web: htmx answers, headers, errors, markup; it knows no feature."""
