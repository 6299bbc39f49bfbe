"""roadmapc compiles municipal roadmaps («дорожные карты») from YAML into official Word documents and calendars."""

__version__ = "0.1.0"
