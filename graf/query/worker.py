"""The process that answers one query: ``python -m graf.query.worker``, asked and answering in pickles."""

import pickle
import sys

from graf.query.engine import answer_safely

if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(answer_safely(*pickle.load(sys.stdin.buffer))))
