"""What one picture shows and where: the scene of a thread, places on a time axis with lanes, and the words of both languages.

The page, the still figures and the documents for reports all draw the same picture.
"""
