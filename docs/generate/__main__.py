"""`python -m docs.generate`: write the reference pages and schemas anew."""

from docs.generate.pages import update

if __name__ == "__main__":
    update()
