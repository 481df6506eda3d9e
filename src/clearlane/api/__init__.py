"""API: the office over HTTP, for traders' and partners' software.

``app`` builds the application: ``wire`` stands around every request, ``desk`` says who asks and holds the office, then ``lodging``,
``reading``, ``tariff`` and ``about`` answer. ``answers`` are the shapes of what is told and ``search`` of what may be found; every
refusal becomes a problem in one place (``problems``). ``openapi`` describes it all. The pages (``clearlane.web``) are mounted beside it.
"""
