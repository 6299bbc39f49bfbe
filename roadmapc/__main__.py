"""`python -m roadmapc`."""

from roadmapc.cli.main import run

if __name__ == "__main__":
    run()
