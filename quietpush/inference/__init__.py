"""How sure can we be? Intervals and power are light and stand here; count models, permutation and panels are imported by name."""

from .intervals import ALPHA, difference_interval, none_of, rank_correlation, rank_interval, rate_interval, share_interval, smallest_correlation

__all__ = ["ALPHA", "difference_interval", "none_of", "rank_correlation", "rank_interval", "rate_interval", "share_interval", "smallest_correlation"]
