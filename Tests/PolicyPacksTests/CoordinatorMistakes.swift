import Foundation
import PolicyPacks
import Program
import Testing

/// Mistakes of somebody who keeps a policy and knows no YAML: each is told on its line, with what to write.
@Suite struct CoordinatorMistakes {
    @Test func thePackIsRightBeforeItIsSpoilt() throws {
        #expect(try problems(of: coordinatorsPack, file: "springfield.yaml", parents: PackLibrary.bundledText) == [])
    }

    @Test func thereAreThirtyAtTheLeast() { #expect(mistakes.count >= 30) }

    @Test(arguments: mistakes.map(\.name)) func isToldWithWhatToWrite(name: String) throws {
        let mistake = try #require(mistakes.first { $0.name == name })
        try #require(
            coordinatorsPack.components(separatedBy: mistake.right).count == 2, "'\(mistake.right)' occurs once")
        let spoilt = coordinatorsPack.replacing(mistake.right, with: mistake.wrong)
        let found = try problems(of: spoilt, file: "springfield.yaml", parents: PackLibrary.bundledText)
        let place = try #require(spoilt.firstRange(of: mistake.line ?? mistake.wrong)?.lowerBound)
        let line = spoilt[..<place].count { $0 == "\n" } + 1
        #expect(found.allSatisfy { $0.file == "springfield.yaml" }, "\(found)")
        let told = found.first { $0.line == line && $0.path == mistake.path }
        let message = try #require(told?.message, "line \(line) of \(found.map(\.description))")
        for words in mistake.words { #expect(message.contains(words), "\(message)") }
    }
}

private let mistakes = [
    // What YAML makes of plain writing.
    CoordinatorMistake(
        "a colon in a text", "Sheets are due on the fifth", "Note: due on the fifth", line: "SP-1, place", at: "",
        "duty: \"Note: due on the fifth\""),
    CoordinatorMistake(
        "a colon in a line of its own", "text: The door of the {team} is open", "text: Note: the door is open", at: "",
        "a colon in the text ends it", "text: \"Note: the door is open\""),
    CoordinatorMistake(
        "a tab", "  title: Springfield Police", "\ttitle: Springfield Police", at: "", "begins with a tab", "space bar"),
    CoordinatorMistake(
        "a bracket at the beginning", "title: Wellness Sergeant", "title: [Sergeant", at: "", "put", "in quotes"),
    CoordinatorMistake(
        "a bracket and more", "title: Wellness Sergeant", "title: [Acting] Sergeant", at: "",
        "cannot begin with [", "title: \"[Acting] Sergeant\""),
    CoordinatorMistake(
        "an at sign at the beginning", "title: Wellness Sergeant", "title: @sergeant", at: "", "title: \"@sergeant\""),
    CoordinatorMistake(
        "an open quote", "title: Springfield Police", "title: \"Springfield Police", at: "", "is not closed"),
    CoordinatorMistake(
        "a quote and more", "title: Wellness Sergeant", "title: \"Wellness\" Sergeant", at: "",
        "after its closing quote"),
    CoordinatorMistake(
        "no blank after the colon", "  kind: police", "  kind:police", at: "", "a blank is missing", "kind: police"),
    CoordinatorMistake(
        "wrong indentation", "  title: Springfield Police", "   title: Springfield Police", at: "",
        "same number of blanks"),
    CoordinatorMistake(
        "the same key twice", "  team: Wellness Team", "  team: Wellness Team\n  team: Our Team",
        line: "  team: Wellness",
        at: "", "'team' more than once"),
    CoordinatorMistake(
        "no as a text", "  team: Wellness Team", "  team: no", at: "terms.team", "put it in quotes", "\"no\""),
    CoordinatorMistake(
        "a number as a text", "version: \"1\"", "version: 2", at: "version", "put it in quotes", "\"2\""),
    CoordinatorMistake(
        "leading noughts", "  team: Wellness Team", "  team: 007", at: "terms.team", "loses noughts", "\"007\""),
    CoordinatorMistake(
        "nothing after the colon", "  team: Wellness Team", "  team:", line: "  team:", at: "terms.team",
        "nothing after the colon"),
    CoordinatorMistake(
        "yes for true", "needs-second-factor: true", "needs-second-factor: yes", at: "roles[mayor].needs-second-factor",
        "Write true for 'yes'"),
    CoordinatorMistake(
        "a number sign in a text", "title: Wellness Sergeant", "title: Team #1 Sergeant", at: "",
        "left out", "title: \"Team #1 Sergeant\""),
    CoordinatorMistake(
        "curly quotes", "title: Springfield Police", "title: “Springfield Police”", at: "",
        "title: \"Springfield Police\""),
    CoordinatorMistake(
        "a blank that is none", "  title: Springfield Police", "  title:\u{A0} Springfield Police", at: "", "space bar"),
    CoordinatorMistake(
        "a comma between braces", "label: Flood, basis", "label: Flood, high water, basis", line: "high water",
        at: "incidents.kinds[flood].high water", "put that text in quotes"),
    CoordinatorMistake(
        "a time that is none", "from: \"07:30\"", "from: 7.30am", at: "country.business-hours.open[1].from",
        "\"17:30\""),
    CoordinatorMistake(
        "a missing dash", "    - {id: flood, label: Flood, basis: {chosen: \"We have a river.\"}}",
        "    flood: {label: Flood}", at: "incidents.kinds", "Begin each item with a dash"),
    // Words and names.
    CoordinatorMistake(
        "an unknown key", "  due-day: 5", "  due-date: 5", at: "stat-sheet.due-date", "Did you mean 'due-day'?"),
    CoordinatorMistake(
        "an unknown section", "stat-sheet:\n", "stat-sheets:\n", line: "stat-sheets:", at: "stat-sheets",
        "Did you mean 'stat-sheet'?"),
    CoordinatorMistake(
        "an unknown word", "  kind: police\n", "  kind: polise\n", line: "  kind: polise", at: "agency.kind",
        "Did you mean 'police'?"),
    CoordinatorMistake(
        "an unknown role", "value: [supporter, coordinator, team", "value: [supporter, cordinator, team",
        at: "confidentiality.keepers.value[2]", "'cordinator' is not defined", "Did you mean 'coordinator'?"),
    CoordinatorMistake(
        "an unknown placeholder", "The door of the {team}", "The door of the {teem}", at: "statements[welcome].text",
        "'{teem}'", "Did you mean '{team}'?"),
    CoordinatorMistake("an unknown parent", "extends: iacp", "extends: icap", at: "extends", "Did you mean 'iacp'?"),
    CoordinatorMistake(
        "an unknown clause", "  basis: {clauses: [SP-1]", "  basis: {clauses: [SP-2]",
        line: "  basis: {clauses: [SP-2]",
        at: "stat-sheet.basis[1]", "'SP-2' is not in this pack's register"),
    // Lists and their items.
    CoordinatorMistake(
        "the same id twice", "  - id: mayor\n", "  - id: coordinator\n", line: "  - id: coordinator\n    title: Mayor",
        at: "roles[coordinator]", "listed more than once"),
    CoordinatorMistake(
        "an item without an id", "- {id: flood, label: Flood", "- {label: Flood", at: "incidents.kinds[1]",
        "has no id", "to add it"),
    CoordinatorMistake(
        "nothing to take out", "- {id: flood, label: Flood, basis: {chosen: \"We have a river.\"}}",
        "- {id: flod, remove: true}", at: "incidents.kinds[flod]", "nothing of this name"),
    // Rules that cannot be true together.
    CoordinatorMistake(
        "figures about one person", "smallest-count: 11", "smallest-count: 1", at: "threshold.smallest-count",
        "not anonymous", "Write 2"),
    CoordinatorMistake(
        "a day that months do not have", "due-day: 5", "due-day: 31", at: "stat-sheet.due-day",
        "from 1 to 28", "this is 31"),
    CoordinatorMistake(
        "a number that is no telephone's", "telephone: \"+1 800 555 0142\"", "telephone: \"1-800-COP-LINE\"",
        at: "crisis-lines[cop-line].telephone", "such as +1 202 555 0142"),
    CoordinatorMistake(
        "an exception that a statement denies", "    - id: self\n      force: mandatory",
        "    - id: fraud\n      label: You plan a fraud.\n      force: permissive\n      recipients: []\n      follow-on: []\n"
            + "      replaces-supporter: false\n      basis: {chosen: \"Ours.\"}\n    - id: self\n      force: mandatory",
        line: "  exceptions:", at: "confidentiality.exceptions", "where confidence ends", "Say statements[limits].text"),
    CoordinatorMistake(
        "a power that a rule of the parent's needs", "title: Wellness Sergeant",
        "title: Wellness Sergeant\n    powers: [manage-people, manage-accounts, receive-stat-sheets, publish-summary, "
            + "read-conformance, call-out, keep-roster]", line: "incidents:\n",
        at: "incidents.large-scale.after-action.drafted-by", "draft-after-action", "comes from iacp.yaml"),
]
