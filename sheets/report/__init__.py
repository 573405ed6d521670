"""The report: one HTML file to read and print, its charts, and the same as PDF."""
