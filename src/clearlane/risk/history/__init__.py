"""Knowledge at the time: what is remembered of traders, routes and goods, and the references of like goods.

``definitions`` says what is counted; ``memory`` answers for one goods item, ``batch`` for a year of columns, ``sql`` as text. All three
give the very same values, since times are whole microseconds and amounts whole hundredths or grams. ``references`` builds the weekly
snapshot of prices and weights, ``compared`` holds one goods item against it, ``peers`` shows the declarations it is compared with.
"""
