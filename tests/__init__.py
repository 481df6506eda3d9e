"""The tests of Clearlane, one folder for each package, and what they stand on."""
