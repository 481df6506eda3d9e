"""Web: the office in pages, for officers and traders, in English and Vietnamese, and without JavaScript too.

``pages`` lists the addresses; ``doors`` finds out who comes (a ``Viewer``) and lets him in. A page is a value made for that
viewer, ``border`` or ``dossier`` (with ``declared``, ``changes``, ``course`` and ``raw``), put into a template by ``rendering``.
``tariff`` shows everyone the tariff: a code as a value made by ``tariff_view``, what the form asks by ``tariff_offer``, what was typed
by ``tariff_form``, an estimate by ``tariff_answer``. ``tariff_desk`` is for those who keep it.
``language`` speaks, out of the phrases in ``words``; ``lodging`` takes a file, and ``forms`` proves that a form is one of ours.
"""
