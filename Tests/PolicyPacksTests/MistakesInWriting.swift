import PolicyPacks
import Program
import Testing

/// Mistakes in how a rule is written.
@Suite struct MistakesInWriting {
    @Test(arguments: mistakes) func isToldOnceWithItsPlace(mistake: Mistake) throws {
        let spoilt = try mistake.spoil(text(of: "orange-county-probation"))
        let found = try problems(of: spoilt)
        try #require(found.count == 1, "\(found.map(\.description))")
        #expect(found[0].path == mistake.path)
        #expect(found[0].message.hasPrefix(mistake.message), "\(found[0].message)")
        #expect(try found[0].line == mistake.line(in: spoilt))
        #expect(found[0].file == "pack.yaml")
    }

    static let atWill = "procedure: {at-will: {by: administrator}}"
    static let shared = "basis: [OCP-I.A-2]\n  partners"
    static let basis = """
        Write the clauses, such as [I-1, I-2], where the policy gives the whole rule; {chosen: "why"} where it is yours; or \
        {clauses: [I-1], said: {days: "its few words"}, chosen: {hours: "why"}} where it gives some of the values.
        """
}

private let atWill = MistakesInWriting.atWill
private let shared = MistakesInWriting.shared

private let mistakes = [
    Mistake(
        "unknown key", "  kind: probation\n", "  kind: probation\n  colour: blue\n", at: "agency.colour",
        "The key 'colour' is unknown; right here: kind, title.", line: "  colour"),
    Mistake(
        "unknown section", "agreement:\n", "oaths: 1\nagreement:\n", at: "oaths",
        "The key 'oaths' is unknown; right here: administration, agency, agreement, availability, awareness, "),
    Mistake(
        "text instead of a number", "due-day: 10", "due-day: tenth", at: "stat-sheet.due-day",
        "A whole number is needed."),
    Mistake(
        "mark of direction", "  kind: probation\n  title: ", "  kind: probation\n  title: \u{202E}", at: "agency.title",
        "The text holds U+202E, a mark that turns the direction of what is read; write it without.", line: "  title: "),
    Mistake(
        "at once that is half a day", "at-once-minutes: {value: 5,", "at-once-minutes: {value: 720,",
        at: "confidentiality.telling.at-once-minutes.value",
        "A whole number from 1 to 15 is needed (minutes; at once is never longer than a quarter of an hour); this is 720."
    ),
    Mistake(
        "as soon as possible that is a day", "soon-minutes: {value: 60,", "soon-minutes: {value: 1440,",
        at: "confidentiality.telling.soon-minutes.value",
        "A whole number from 1 to 240 is needed (minutes; as soon as possible is never longer than four hours); this is"
    ),
    Mistake(
        "the same office for ever", "times: {value: 2,", "times: {value: 1000,",
        at: "confidentiality.telling.times.value",
        "A whole number from 1 to 3 is needed (times; then somebody else is asked too); this is 1000."),
    Mistake(
        "number in quotes", "due-day: 10", "due-day: \"10\"", at: "stat-sheet.due-day", "A whole number is needed."),
    Mistake(
        "fraction", "within-minutes: 60", "within-minutes: 60.5", at: "requests.first-contact.within-minutes",
        "A whole number is needed."),
    Mistake(
        "negative number", "  due-day: 10\n  reminder-days: 3", "  due-day: 10\n  reminder-days: -3",
        at: "stat-sheet.reminder-days", "A whole number from 0 to 366 is needed (days before); this is -3.",
        line: "  reminder-days: -3"),
    Mistake(
        "number instead of text", "version: \"1\"", "version: 1", at: "version",
        "Text is needed; put it in quotes."),
    Mistake(
        "empty text", "  team: Peer Support Team", "  team: \"\"", at: "terms.team", "Text is needed; this is empty."),
    Mistake(
        "nothing instead of text", "  team: Peer Support Team", "  team:", at: "terms.team",
        "Text is needed; put it in quotes."),
    Mistake(
        "yes instead of true", "bears-supporter-name: true", "bears-supporter-name: yes",
        at: "contact-form.bears-supporter-name", "Either true or false is needed."),
    Mistake(
        "list instead of a mapping", "  kind: probation\n  title: Orange County Probation Department",
        "  - probation", at: "agency", "A mapping is needed (key: value)."),
    Mistake(
        "word instead of a list", "  includes: [exceptions, advisement]", "  includes: exceptions",
        at: "agreement.includes", "A list is needed, such as [one, two]."),
    Mistake(
        "unknown word", "  kind: probation\n", "  kind: navy\n", at: "agency.kind",
        "'navy' is unknown here; one of: probation, sheriff, police, corrections, fire, "),
    Mistake(
        "list instead of a word", "  kind: probation\n", "  kind: [probation]\n", at: "agency.kind",
        "A word is needed: probation, sheriff, police, corrections, fire, "),
    Mistake(
        "unknown power", "powers: [receive-stat-sheets]", "powers: [receive-stat-sheets, rule]",
        at: "roles[logistics-coordinator].powers[2]", "'rule' is unknown here; one of: keep-stat-sheet, "),
    Mistake(
        "unknown choice", atWill, "procedure: {duel: {by: administrator}}", at: "membership.removal.procedure",
        "'duel' is unknown here; one of: ballot, approved, decision, at-will."),
    Mistake(
        "two choices at once", atWill, "procedure: {at-will: {by: administrator}, decision: {by: chief}}",
        at: "membership.removal.procedure", "Exactly one of these is needed: ballot, approved, decision, at-will."),
    Mistake(
        "list instead of a choice", atWill, "procedure: [at-will]", at: "membership.removal.procedure",
        "One of these is needed: ballot, approved, decision, at-will."),
    Mistake(
        "choice without what belongs to it", atWill, "procedure: at-will",
        at: "membership.removal.procedure.at-will.by",
        "The rule 'by' is missing."),
    Mistake(
        "unknown key in a choice", atWill, "procedure: {at-will: {by: administrator, on: monday}}",
        at: "membership.removal.procedure.at-will.on", "The key 'on' is unknown; right here: by."),
    Mistake(
        "missing rule", "    timing: at-once\n", "", at: "incidents.defusing.timing", "The rule 'timing' is missing.",
        line: "    usual-minutes: 60"),
    Mistake(
        "missing section",
        "administration:\n  by: coordinator\n  basis: {chosen: \"The source names nobody for accounts "
            + "and the directory; those who run the programme daily keep them.\"}\n", "", at: "administration",
        "The rule 'administration' is missing.", line: "id: orange-county-probation"),
    Mistake(
        "impossible day", "effective: 2026-01-01", "effective: 2026-02-30",
        at: "source.changes-since[sb-459].effective", "A day is needed, such as 2024-11-26."),
    Mistake(
        "smallest above largest", "hours: [24, 72]", "hours: [72, 24]", at: "incidents.debriefing.window.hours",
        "The smallest, 72, is above the largest, 24."),
    Mistake(
        "a range of one number", "hours: [24, 72]", "hours: [24]", at: "incidents.debriefing.window.hours",
        "A smallest and a largest number are needed, such as [2, 3]."),
    Mistake(
        "basis without clauses", shared, "basis: []\n  partners", at: "incidents.multi-agency.basis",
        MistakesInWriting.basis + " This list is empty."),
    Mistake(
        "basis of neither kind", shared, "basis: us\n  partners", at: "incidents.multi-agency.basis",
        MistakesInWriting.basis),
    Mistake(
        "basis of both kinds", shared, "basis: {chosen: \"why not\", clauses: [OCP-I.A-2]}\n  partners",
        at: "incidents.multi-agency.basis.chosen", "Values with words are needed, such as {within-hours: \"why\"}."),
    Mistake(
        "basis by value without clauses", shared, "basis: {chosen: {strength: why}}\n  partners",
        at: "incidents.multi-agency.basis", MistakesInWriting.basis),
    Mistake(
        "chosen value without its reason", shared,
        "basis: {clauses: [OCP-I.A-2], chosen: {strength: []}}\n  partners",
        at: "incidents.multi-agency.basis.chosen.strength", "Text is needed."),
    Mistake(
        "chosen value that the rule does not have", shared,
        "basis: {clauses: [OCP-I.A-2], chosen: {strenght: \"ours\"}}\n  partners",
        at: "incidents.multi-agency.basis.chosen.strenght", "The rule has no such value;", line: "strenght"),
    Mistake(
        "said of what the rule does not have", shared,
        "basis: {clauses: [OCP-I.A-2], said: {partners.days: \"in work together\"}}\n  partners",
        at: "incidents.multi-agency.basis.said.partners.days", "The rule has no such value;"),
    Mistake(
        "duplicate id", "    - {id: hostage,", "    - {id: shooting,", at: "incidents.kinds[shooting]",
        "'shooting' is listed more than once.", line: "label: An employee taken hostage"),
    Mistake(
        "word listed twice", "lines: [training, conference, overtime]", "lines: [training, conference, training]",
        at: "governance.budget.lines[3]", "'training' is listed more than once."),
]
