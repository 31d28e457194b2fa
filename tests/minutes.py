"""Minutes in which people stand only where a form lists them and where they dissent; all of it is made up."""

NAMES = (
    "Vilma Stenkvist",
    "Ture Granlid",
    "Signe Havsulv",
    "Elof Rosendahl",
    "Tora Mosskulle",
    "Alma Björksjö",
    "Ivar Tallhed",
)
MINUTES = """Malmö stad
Kommunstyrelsen

Protokollsutdrag

Sammanträdestid	2019-03-06 kl. 13:00-14:10
Plats	Rådhuset, sal 4
Beslutande ledamöter	Vilma Stenkvist (S) (Ordförande)
	Ture Granlid (M) (2:e vice ordförande)
	Signe Havsulv (S)
	Elof Rosendahl (S)
	Tora Mosskulle (C)
Övriga närvarande	Alma Björksjö (Sekreterare)
Utses att justera	Ture Granlid
Protokollet omfattar	§41

Underskrifter

Sekreterare
	Alma Björksjö
Ordförande
	Vilma Stenkvist
Justerande
	Ture Granlid


§ 41 Riktlinjer för odlingslotter

STK-2019-77

Sammanfattning

Stadskontoret har tagit fram riktlinjer för odlingslotter i ärendet STK-2018-12.

Beslut

Kommunstyrelsen beslutar

1. Kommunstyrelsen antar riktlinjer för odlingslotter.
2. Kommunstyrelsen uppdrar åt stadskontoret att senast i december 2019 redovisa hur riktlinjerna har fungerat.

Beslutsgång

Med 8 ja-röster mot 5 nej-röster beslutar kommunstyrelsen enligt förslaget.

Reservationer

Ture Granlid (M) och Tora Mosskulle (C) reserverar sig mot beslutet.
Ivar Tallhed (V) lämnar ett särskilt yttrande.
"""
