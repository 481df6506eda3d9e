"""Assessment: the customs value and every duty, tax and fee, each with its law.

``assess`` gives a declaration's ``Assessed`` fact, ``estimate`` answers an enquiry by the same path: first the value of each item
(``value``, from the term of delivery to the basis, with ``charges``, ``exchange`` and ``sharing``), then the taxes on it in the order
of the law (``duty``). For each tax ``borne`` finds the measures (``claim``, ``choice``, ``conditions``), ``lines`` and ``pricing`` make
amounts of them. A tax is data of the profile. What cannot be computed is unpriced or conditional, with the reason, and so is whatever is
charged on it. ``columnar`` does the same for millions of lines.
"""
