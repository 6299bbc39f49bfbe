"""roadmapc compiles municipal roadmaps («дорожные карты») from YAML into official Word documents and calendars."""

__version__ = "0.2.0.dev0"
