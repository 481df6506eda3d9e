"""Lodgement: a message comes in, is read, checked and answered.

``read`` turns bytes into a ``Message`` or refuses them as ``Unreadable``; it goes by ``xml_tree`` and ``placing``, or by ``json_form``.
``write`` turns a message back, and ``split`` takes several apart. ``check`` gives every ``Finding`` at once, from the ``rules``.
``amend`` makes the next generation of a declaration, ``content`` says how two differ. ``notices`` derives from the facts
what the trader is told, in words (``notice_words``) and in WCO terms (``notice_parts``), and ``respond`` writes it as a message.

    bytes ─ read ─► Message ─ check ─► Finding …        Record … ─ notices ─► Notice ─ respond ─► bytes
"""
