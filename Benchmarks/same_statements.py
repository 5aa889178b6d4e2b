"""What PostgreSQL itself makes of an entry of a contact: the same statements in the same transactions, run by pgbench.

Their words are read from the Store's source. What is left out is the server's own work: HTTP, keys, the form, the pool of
connections.
"""

import pathlib
import tempfile

from Attack.statements import all_statements
from Benchmarks.load import CLIENTS, Measured

# A sheet of one of sixteen supporters' eleven months, and a box of the smallest size with other content than before.
SHEET = "decode(md5(CAST(:number AS text)), 'hex')"
BOX = "decode(repeat(md5(CAST(random() AS text)), 259) || repeat('00', 13), 'hex')"
SHEETS = 16 * 11

# Who it is, asked at the gate and again with the entry; then the entry: file, function, table, and a value for each place of the
# statement.
GATE = [
    ("Sessions", "signedIn", "FROM session", [":session", "0"]),
    ("Holdings", "holdings", "AND account =", [":agency", ":account"]),
]
ENTRY = [
    ("Filings", "filing", "FROM filing", [":agency", ":account", "'2020-01'"]),
    ("Sheets", "sheet", "FROM sheet", [SHEET]),
    ("Sheets", "keepSheet", "INTO sheet", [SHEET, ":agency", "'2020-01'", ":pack", BOX, "0"]),
]
# Before anything is measured: a sheet is begun once in a month.
BEGINNING = ENTRY[2]


def entries_of_postgresql(server, database, seconds):
    values = server.psql(
        database,
        "SELECT session.id, session.agency, session.account, agency.pack FROM session "
        "JOIN agency ON agency.id = session.agency LIMIT 1").strip().split("\t")
    beginning = _statement(*BEGINNING).replace(":agency", f"'{values[1]}'").replace(":pack", f"'{values[3]}'")
    for number in range(1, SHEETS + 1):
        server.psql(database, beginning.replace(":number", str(number)))
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script, tempfile.TemporaryDirectory() as folder:
        script.write(_script())
        script.flush()
        given = [f"-D{name}={value}" for name, value in zip(["session", "agency", "account", "pack"], values, strict=True)]
        server.pgbench(
            database, "--no-vacuum", "--protocol", "prepared", "-c", CLIENTS, "-j", 1, "-T", seconds, "-f", script.name,
            "--max-tries", 100, "--log", "--log-prefix", f"{folder}/log", *given)
        times = []
        for log in pathlib.Path(folder).iterdir():
            times += [int(row.split()[2]) / 1000 for row in log.read_text(encoding="ascii").splitlines()]
    times.sort()
    return Measured(
        len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100],
        f"{CLIENTS} at once, nothing but an entry's statements")


def _script():
    lines = [f"\\set number random(1, {SHEETS})", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"]
    lines += [_statement(*each) + ";" for each in GATE]
    lines += ["COMMIT;", "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE;"]
    for each in GATE + ENTRY:
        lines.append(_statement(*each) + ";")
    return "\n".join([*lines, "COMMIT;", ""])


def _statement(file, function, words, values):
    """The Store's statement, with something in each of its places."""
    found = [
        each for each in all_statements()
        if each.file == f"{file}.swift" and each.name == function and words in each.words]
    statement = min(found, key=lambda each: len(each.words))
    text = statement.words
    for place, value in reversed(list(enumerate(values, 1))):
        text = text.replace(f"${place}", value)
    if len(values) != statement.values:
        raise SystemExit(f"{statement} has {statement.values} values.")
    return text
