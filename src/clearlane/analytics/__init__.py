"""Analytics: questions to many declarations at once, answered by DuckDB from Parquet files or from columns in memory.

The office gives statements compiled elsewhere; ``ports`` says what it may ask, ``duck`` answers. DuckDB comes with the extra ``learning``.
"""
