"""API: the office over HTTP, for traders' and partners' software."""
