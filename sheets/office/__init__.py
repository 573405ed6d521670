"""The result as offices use it: tables for Excel and WPS, letters for Word and WPS."""
