"""The kit of the web: htmx answers, headers, errors, markup, paging; it knows no feature."""
