"""The language of risk profiles: one text, read to a typed tree, and everything that is done with the tree.

A text is read (``parser``) against the catalogue of fields, written back (``writer``), shown as a form (``form``), said in plain words
(``words``, ``differences``), and held against a row. ``evaluate`` is the plain reading of its meaning; the faster executions beside it
must answer the same.
"""
