"""The Quiet Push: tables, measures, figures and the press of the book."""
