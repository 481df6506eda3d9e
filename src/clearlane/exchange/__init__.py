"""Exchange: what an administration hands to others about goods and firms, in forms that anyone can check without asking it."""
