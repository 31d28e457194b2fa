"""``python -m graf.publish`` writes the made files of ``ontology/`` anew."""

from graf.publish import make_anew

make_anew()
