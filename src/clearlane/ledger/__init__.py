"""The ledger: a tree over commitments to every fact of the log, whose root an office signs, so that no fact is changed unseen.

Pure functions over bytes. What checks the tree from outside is the package ``clearlane_verify``; here it is grown and gone through.
"""
