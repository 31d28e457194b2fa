"""What items of minutes are about and how they are told: made up, with the traps that real ones have."""

from random import Random

SUBJECTS = (
    "Cykelbana längs {road}",
    "Ny taxa för {utility}",
    "Detaljplan för {estate} m.fl.",
    "Motion från {member} om {wish}",
    "Medborgarförslag om {wish}",
    "Yttrande över remissen {inquiry}",
    "Revidering av reglemente för {board}",
    "Ansökan om bidrag från föreningen {club} för ombyggnad av klubbhuset och en ny belysning vid idrottsplatsen",
    "Upphandling av {utility} för åren {year}-{next}, tilldelning och bemyndigande för förvaltningen att teckna avtal",
    "Delårsrapport per den 31 augusti {year}",
    "Svar på interpellation av {member} om {wish}",
    "Försäljning av {estate}",
    "Riktlinjer för {utility} - uppföljning av beslut från {year}",
    "Borgen för {company}",
    "Budget {next} med plan för {next}-{later}",
    "Överenskommelse med {region} om {wish}",
)
WITHOUT_CASE = (
    "Val av justerare",
    "Fastställande av dagordningen",
    "Information från {officer}",
    "Mötets öppnande",
    "Övriga frågor",
    "Upprop",
    "Rapporter från ledamöterna",
)
SLOTS = {
    "road": ("Risebergavägen", "länsväg 222", "Norra Strandgatan", "ån mellan Hult och Vad"),
    "utility": ("renhållning", "vatten och avlopp", "skolskjuts", "livsmedelstillsyn", "markupplåtelse", "måltider i skolan"),
    "estate": ("Fårdala 1:85", "kvarteret Väverskan 3", "Kumla 3:1264", "Lyngsta 2:7", "del av Vaksala-Lunda 1:12"),
    "member": (
        "Anna Kornfält (MP)",
        "Torkel Ljungskär (M)",
        "Sixten Åkerskog (S)",
        "Vega Bäckahall m.fl. (C)",
        "Liv Kvarnlid (V)",
    ),
    "wish": (
        "fler bänkar i parkerna",
        "giftfria förskolor",
        "en årlig visselblåsardag",
        "snabbare snöröjning",
        "heltid som norm",
    ),
    "inquiry": ("En ny skollag (SOU 2021:33)", "Digital post som regel", "Framtidens räddningstjänst (Ds 2020:12)"),
    "board": ("socialnämnden", "bygg- och miljönämnden", "valnämnden", "det kommunala rådet för äldre"),
    "club": ("Hults IF", "Vads Ridklubb", "Sällskapet Fyren"),
    "company": ("Hultbostäder AB", "Vads Energi AB", "Stiftelsen Gamla kvarnen"),
    "region": ("Region Mellanlandet", "grannkommunen", "räddningsförbundet"),
    "officer": ("kommundirektören", "ekonomichefen", "räddningschefen", "bolagens ordförande"),
}
HISTORY = (
    "Ärendet bordlades den {day}, § {other}.",
    "Kommunfullmäktige gav den {day}, § {other}, styrelsen i uppdrag att utreda frågan vidare.",
    "Frågan har behandlats tidigare i ärendet {cited}, som avslutades utan åtgärd.",
    "I samband med att {cited} avgjordes begärdes en ny beräkning av kostnaden.",
    "Nämnden har yttrat sig {day} § {other} och har inget att invända mot förslaget.",
)
PROSE = (
    "Förvaltningen har tagit fram ett förslag som i huvudsak följer tidigare inriktning och ryms inom den ram som är given.",
    "Kostnaden beräknas till 2,6 miljoner kronor, varav 350 000 kronor avser projektering under det första året.",
    "Synpunkter har kommit in från fyra av sju tillfrågade; de flesta är positiva men efterlyser en tydligare tidplan.",
    "Enligt 5 kap. 23 § kommunallagen får frågan väckas av den som bor här, och förslaget har anmälts i behörig ordning.",
    "Av § 7 i reglementet framgår att ansvaret är delat, och enligt § 9 ska samråd ske innan beslut fattas i frågan.",
    "Remisstiden gick ut den 31 maj och 26 svar lämnades; en sammanställning finns i bilaga 3, sidan 12.",
    "Handläggaren redogör för ärendet och svarar på frågor. Telefon till växeln är 0123-45 60 00.",
    "Avtalet gäller från den 1 januari och kan sägas upp med tolv månaders varsel av endera parten.",
    "Planområdet omfattar cirka 14 000 kvadratmeter och ligger strax intill väg 45, 1,5 kilometer från centrum.",
)
PAPERS = (
    "Tjänsteskrivelse {day}",
    "Arbetsutskottets protokoll {day}, § {other}",
    "Protokollsutdrag från tekniska nämnden {day} § {other}",
    "Beslut i ärendet {cited}",
    "Yttrande från revisorerna {day}",
)
DECISIONS = (
    "Motionen avslås.",
    "Förslaget godkänns.",
    "Ärendet återremitteras för en ny beräkning av kostnaden.",
    "Rapporten läggs till handlingarna.",
    "Förvaltningen får i uppdrag att redovisa arbetet senast den 31 mars {next}.",
    "Avtalet godkänns och ordföranden får underteckna det.",
    "Medborgarförslaget anses besvarat.",
    "Taxan fastställs att gälla från den 1 januari {next}.",
)
MOTIONS = (
    "{member} yrkar bifall till förslaget.",
    "{member} yrkar att ärendet återremitteras.",
    "{member} yrkar avslag på motionen i dess helhet.",
)
RECEIVERS = ("Förvaltningen", "Ekonomiavdelningen", "Förslagsställaren", "Revisorerna", "Akten")
NAMES = (
    "Anna Kornfält",
    "Torkel Ljungskär",
    "Sixten Åkerskog",
    "Vega Bäckahall",
    "Liv Kvarnlid",
    "Hedda Rönnvall",
    "Ivar Hasselgård",
)
PARTIES = ("S", "M", "C", "V", "MP", "L", "KD", "SD")


def filled(random: Random, words: str, year: int, **known: str) -> str:
    """A template with its blanks filled in."""
    blanks = {name: random.choice(choices) for name, choices in SLOTS.items()}
    return words.format_map(blanks | {"year": str(year), "next": str(year + 1), "later": str(year + 3)} | known)
