"""`python -m roadmapc`, and what the frozen program runs."""

from roadmapc.cli.main import run

if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()  # a process that a frozen program starts would start the program anew, without end
    run()
