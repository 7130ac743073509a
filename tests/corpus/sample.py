"""A brief of our own in the form of the genre: invented news, written in every way a brief comes in.

``ISSUE`` has four sections and five articles with everything that readers stumble over: a second citation on the same
line, a title with a comma, a note, a caption, a table, a source whose title begins with a year, a date without day.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """An invented article; the body is a list of (mark, words)."""

    section: str
    title: str
    keys: tuple[str, str]
    body: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Issue:
    """An invented issue."""

    year: int = 2024
    month: int = 5
    items: tuple[Item, ...] = ()
    events: tuple[tuple[str, str, str, str], ...] = field(default=())


def _item(section: str, subject: str, number: int, *extra: tuple[str, str]) -> Item:
    return Item(
        section,
        f"{subject}, 제{number}차 등대 점검 로봇 시험 운영 시작",
        (
            f"{subject}가 바닷가 등대를 스스로 살피는 점검 로봇의 시험 운영을 시작했으며, "
            "올가을까지 열두 곳으로 늘릴 계획",
            "로봇은 사람 손이 닿지 않는 난간과 전등을 살피고 고장 난 부품의 사진을 관리소에 보내는 일을 담당",
        ),
        (
            ("h", f"{subject}의 등대 점검 로봇, 바람이 센 날에도 스스로 균형 유지"),
            (
                "b",
                f"{subject}가 2024년 4월 {number}일 남쪽 바닷가 마을에서 등대를 살피는 로봇 ‘갈매기(Gull)’를 "
                "선보이고 시험 운영을 시작",
            ),
            (
                "s",
                "갈매기는 바람이 초속 20m로 불어도 넘어지지 않으며, "
                "한 번 충전하면 여섯 시간 동안 계단과 난간을 오르내릴 수 있음",
            ),
            ("s", "관리소 직원은 화면으로 로봇이 보낸 사진을 확인하고, 고장이 의심되는 전등만 골라 찾아가면 됨"),
            (
                "b",
                f"(예산) 마을은 로봇 {number + 2}대를 들이는 데 3,500만 유로를 쓰기로 하고 "
                "나머지는 이웃 마을과 나누어 부담하기로 결정",
            ),
            *extra,
            ("h", "어촌 주민들, 밤바다 안전에 대한 기대와 함께 일자리 걱정도 제기"),
            ("b", "어촌 주민들은 밤에도 등대가 꺼지지 않아 배를 몰기 쉬워질 것이라며 시험 운영을 반기는 분위기"),
            ("s", "다만 오랫동안 등대를 지켜 온 사람들은 할 일이 줄어들 것을 걱정하며 마을에 새 일감을 요구"),
        ),
        (
            f"Harbour Gazette, A robot, a lamp and the sea No. {number}, 2024.04.0{number}.",
            f"바다신문, 2024년 등대 로봇 이야기 {number}편, 2024.4.1{number}.",
        ),
    )


ISSUE = Issue(
    items=(
        _item(
            "정책/법제",
            "푸른섬 마을",
            1,
            ("n", "* 갈매기는 마을 어린이들이 지은 이름이며 정식 이름은 아직 정해지지 않음"),
        ),
        _item("정책/법제", "한들시 항만청", 2),
        _item("기업/산업", "가온로봇", 3, ("c", "<점검 로봇이 난간을 오르는 모습>")),
        _item("기술/연구", "다솜대 연구진", 4),
        _item("인력/교육", "물결교육원", 5),
    ),
    events=(
        ("Harbour Robots 2024", "2024.7.11~13", "미국, 포틀랜드", "https://harbour-robots.example.org/2024/"),
        ("Lighthouse Days", "2024.7.30.~8.2", "캐나다, 핼리팩스", "https://days.example.org/lighthouse-programme/"),
        ("Coastal AI Forum", "2024.8.20", "독일, 킬", "https://coast.example.org/"),
    ),
)

SECTIONS = ("정책/법제", "기업/산업", "기술/연구", "인력/교육")

#: the calendar of the later layout: month, days, name, place, address, first and last day
CALENDAR = (
    ("1월", "7~10일", "(LHS 2025) Lamp Show", "미국, 포틀랜드", "www.lhs.example.org", "2025-01-07", "2025-01-10"),
    ("2월", "5~6일", "Harbour Data Expo 2025", "영국, 헐", "expo.example.org/harbour", "2025-02-05", "2025-02-06"),
    ("2월", "11~11일", "등대의 날 2025", "부산, 영도", "day2025.example.org", "2025-02-11", "2025-02-11"),
    ("2월", "27~4일", "Robots by the Sea", "프랑스, 브레스트", "sea.example.org/robots", "2025-02-27", "2025-03-04"),
    ("3월", "17일", "Coastal AI Forum", "싱가포르", "coast.example.org", "2025-03-17", "2025-03-17"),
    ("5월", "30~2일", "Lamp Summit", "독일, 킬", "lamp.example.org", "2025-04-30", "2025-05-02"),
    ("5월", "14~16일", "Sea Lights 2025", "캐나다, 핼리팩스", "lights.example.org", "2025-05-14", "2025-05-16"),
    ("5월", "21~23일", "Jetty Days", "호주, 다윈", "jetty.example.org", "2025-05-21", "2025-05-23"),
    ("6월", "4~5일", "Buoy World", "일본, 고베", "buoy.example.org", "2025-06-04", "2025-06-05"),
    ("7월", "8~11일", "Tide Congress", "스위스, 루체른", "tide.example.org", "2025-07-08", "2025-07-11"),
    ("7월", "27~1일", "Foghorn 2025", "오스트리아, 빈", "fog.example.org", "2025-07-27", "2025-08-01"),
    ("9월", "9~11일", "Pier Days", "포르투갈, 포르투", "pier.example.org", "2025-09-09", "2025-09-11"),
    ("10월", "8~9일", "World Beacon", "네덜란드, 로테르담", "beacon.example.org", "2025-10-08", "2025-10-09"),
    ("11월", "10~11일", "Harbour Winter", "서울, 강남", "winter.example.org", "2025-11-10", "2025-11-11"),
    ("12월", "3~5일", "Lantern 2025", "미국, 뉴욕", "lantern.example.org", "2025-12-03", "2025-12-05"),
)  # fmt: skip

SIGNS = {"h": "£ ", "b": "n ", "s": "∙ ", "n": "", "c": ""}


def wrapped(words: str, width: int = 44) -> list[str]:
    """Break words into lines as a typesetter does, keeping the blank at a line's end."""
    lines = [""]
    for word in words.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += word + " "
    lines[-1] = lines[-1].rstrip()
    return lines


def contents_lines(issue: Issue = ISSUE) -> list[str]:
    """Return the contents page of the earlier layout."""
    lines = [f"{issue.year}년 {issue.month}월호", "Ⅰ. 인공지능 산업 동향 브리프"]
    for number, section in enumerate(SECTIONS, 1):
        lines.append(f"{number}. {section} ")
        for page, item in enumerate(issue.items, 1):
            if item.section == section:
                lines.append(f"  ▹ {item.title} {'·' * 30} {page}")
    lines.append("Ⅱ. 주요 행사")
    return [*lines, *(f"  ▹ {name} {'·' * 40} 6" for name, *_ in issue.events)]


def article_lines(item: Item, page: int, key_first: bool = False) -> list[str]:
    """Return the page of an article as a converter prints it."""
    strip = " ".join(f"{i}. {s}" for i, s in enumerate(SECTIONS, 1))
    head = [strip] if page % 2 else ["SPRi AI Brief |  2024-5월호", str(page)]
    keys = [line for key in item.keys for line in wrapped("n " + key)]
    box = ["KEY Contents", *keys] if key_first else [*keys, "KEY Contents"]
    body = [line for sign, words in item.body for line in wrapped(SIGNS[sign] + words)]
    return [*head, item.title, *box, *body, "☞ 출처: " + item.sources[0], *item.sources[1:]]


def events_lines(issue: Issue = ISSUE) -> list[str]:
    """Return the page of events of the earlier layout; addresses break without a hyphen."""
    lines = ["Ⅱ. 주요 행사 일정", "행사명 행사 주요 개요"]
    for name, days, place, url in issue.events:
        lines += [*wrapped(name, 12), "- 등대와 로봇을 다루는 사람들이 한자리에 모여 ", "새 기술을 견주어 보는 모임"]
        lines += ["기간 장소 홈페이지", days, place, url[:30], *([url[30:]] if url[30:] else [])]
    return lines


def plain(key_first: bool = False, blanks: bool = True) -> str:
    """Return the issue as plain text with form feeds, with or without the blanks at lines' ends."""
    pages = [["2024년 5월호"], contents_lines(), ["Ⅰ. 인공지능 산업 동향 브리프"]]
    pages += [article_lines(item, i, key_first) for i, item in enumerate(ISSUE.items, 1)]
    pages += [events_lines(), ["홈페이지 : https://spri.kr/", "보고서와 관련된 문의는 연구실로 연락주시기 바랍니다."]]
    text = "\f".join("\n".join(page) + "\n" for page in pages)
    return text if blanks else "\n".join(line.rstrip() for line in text.split("\n"))


def markdown() -> str:
    """Return the issue as optical recognition writes it: no pages, lists for marks, slips in the letters."""
    lines = ["## SPRi Al Brief", "", "인공지능 산업의 최신 동향 2024년 **5**월호", "", "## CONTENTS", ""]
    lines += [f"- {line.strip()}" if "▹" in line else f"\n{line}\n" for line in contents_lines()[2:]]
    for item in ISSUE.items:
        lines += ["", f"#### {item.title.replace(',', '.', 1)}", "", "#### **KEY Contents**", ""]
        lines += [f"- {key}" for key in item.keys]
        for sign, words in item.body:
            words = words.replace("3,500만", "3.500만").replace("AI", "Al")
            form = {"h": "\n#### ● {}\n", "b": "- {}", "s": "  - {}", "n": "\n{}\n", "c": "\n#### {}\n"}[sign]
            lines.append(form.format(words))
        lines += ["", f"<sup>☞</sup> 출처: {' '.join(item.sources)}"]
    lines += ["", "## Ⅱ. 주요 행사 일정", "", *(f"{line}  " for line in events_lines()[1:])]
    return "\n".join(lines) + "\n"
