"""Every statement of the Store, read from its source, so that none is missing and none has to be listed."""

import pathlib
import re
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
_VERBS = re.compile(r"(SELECT|INSERT|UPDATE|DELETE|WITH)\b")
#: A literal that is kept under a name to be spliced into others: `let columns: SQL = "…"`, `func question(…) -> SQL { "…" }`.
_NAMED = re.compile(
    r"(?:let|var)\s+(\w+)\s*:\s*SQL\s*=$|var\s+(\w+)\s*:\s*SQL\s*\{$|func\s+(\w+)\([^{]*->\s*SQL\s*\{$")


@dataclass(frozen=True)
class Statement:
    """A statement as the engines get it: words, with `$1`, `$2`, … where values are bound."""

    file: str
    #: The function that issues it.
    name: str
    words: str
    values: int

    def __str__(self):
        return f"{self.file} {self.name}: {self.words}"


def all_statements():
    files = [
        file for file in sorted((ROOT / "Sources/Store").rglob("*.swift"))
        if file.relative_to(ROOT / "Sources/Store").parts[0] not in ("Engine", "Schema", "Migration")]
    fragments, statements = {}, []
    for file in files:
        source = file.read_text(encoding="utf-8")
        for start, parts in _literals(source):
            name = _NAMED.search(source[:start].rstrip())
            if name:
                name = next(filter(None, name.groups()))
                owner = re.findall(r"^(?:\w+ )*(?:struct|enum|extension|class) (\w+)", source[:start], re.MULTILINE)
                for key in [(file, name), ((owner or [""])[-1], name), name]:
                    fragments.setdefault(key, []).append(parts)
                # One that is a statement by itself.
                for use in re.finditer(rf"\b(?:rows|row|execute)\((?:\w+\.)*{name}\b", source):
                    statements.append((file, source, use.start(), parts))
            else:
                statements.append((file, source, start, parts))
    for file, source, start, parts in statements:
        words, values = _resolved(parts, file, fragments, 0)
        words = " ".join(words.replace("\\\n", "\n").split())
        if _VERBS.match(words):
            name = re.findall(r"\bfunc (\w+)", source[:start])
            yield Statement(file.name, name[-1] if name else "", words, values)


def _resolved(parts, file, fragments, values):
    """The words of a literal; what is interpolated is a fragment of the source, or a value."""
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        *owner, name = re.sub(r"\(.*\)$", "", part[0]).split(".")
        # One of the type that is named, of the same file, or the only one of that name.
        found = (
            fragments.get(((owner or [""])[-1], name)) or fragments.get((file, name)) or (owner and fragments.get(name)))
        if found and len(found) == 1:
            inner, values = _resolved(found[0], file, fragments, values)
            words += inner
        else:
            values += 1
            words += f"${values}"
    return words, values


def _literals(source):
    """Each string literal with where it starts: its words, and in a tuple what is interpolated between them."""
    place = 0
    while place < len(source):
        if source.startswith("//", place):
            place = source.find("\n", place)
            if place < 0:
                return
        if source[place] != '"':
            place += 1
            continue
        start, mark = place, '"""' if source.startswith('"""', place) else '"'
        parts, place = [""], place + len(mark)
        while not source.startswith(mark, place):
            if source.startswith("\\(", place):
                end = _end_of_interpolation(source, place + 2)
                parts += [(source[place + 2 : end],), ""]
                place = end + 1
            else:
                parts[-1] += source[place]
                place += 1
        place += len(mark)
        yield start, parts


def _end_of_interpolation(source, place):
    depth = 1
    while True:
        if source[place] == '"':
            place = source.index('"', place + 1)
        depth += {"(": 1, ")": -1}.get(source[place], 0)
        if depth == 0:
            return place
        place += 1
