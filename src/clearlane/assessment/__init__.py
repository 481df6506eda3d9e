"""Assessment: the customs value and every duty, tax and fee, each with its law.

``assess`` gives a declaration's ``Assessed`` fact: first the value of each item (``value``, with charges of the whole shipment
shared out by ``apportion``), then the taxes on it in the order of the law (``duty``). A tax is data of the profile. What cannot be
computed is unpriced, with the reason, and so is whatever is charged on it.
"""
