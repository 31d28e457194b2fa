"""Markdown files: text whose marks stay in place, so that a quote is what the file says at its offsets."""

from graf.read import plain

SUFFIXES = (".md", ".markdown")

recognises = plain.recognises
read = plain.read
