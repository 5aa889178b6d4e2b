import HTML
import HTTPTypes
import Operations
import Program

/// Where a personnel file is sent, looked at and decided on.
struct PeopleImportPage: Sendable {
    let waiting: WaitingFile?
    let visit: StaffVisit

    init(of visit: StaffVisit) async throws {
        waiting = try await visit.programmes.waitingPersonnelFile(of: visit.staff)
        self.visit = visit
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await PeopleImportPage(of: visit).answer(refused)
    }

    func answer(_ refused: Refused? = nil) -> Answer {
        var shell = Shells.staff(visit)
        shell.script = visit.site.tableScript
        let html = page(
            "Import a file", in: shell, lead: "One table with everybody in it, from your personnel system.",
            back: Crumb("People", PeopleAddresses.people.link()),
            announcement: refused?.announcement(besides: PeopleActs.send.id, PeopleActs.carryOut.id) ?? done,
            width: .wide,
            main: """
                \(waiting.map { decision($0, refused) } ?? section("The file", sending(refused)))
                \(PeoplePages.aboutFiles(visit))
                """)
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    /// What was just done, told once.
    private var done: HTML? {
        visit.visit.shownOnce.map { words in
            callout(
                "Imported", tone: .good,
                words.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML }.joined())
        }
    }

    private func sending(_ refused: Refused?) -> HTML {
        """
        \(PeopleActs.send.form(visit, refused: refused, button: "Look at what it would do"))
        \(actions(linkButton("Your files name their columns otherwise?", to: PeopleAddresses.columns.link())))
        """
    }

    private func decision(_ waiting: WaitingFile, _ refused: Refused?) -> HTML {
        let drop = PeopleActs.drop.asButton("Throw the file away", visit)
        switch waiting {
        case .wrong(let problems, let found):
            return """
                \(section("This file cannot be imported", wrong(problems, found)))
                \(actions(drop))
                \(section("Another file", sending(refused)))
                """
        case .right(let preview):
            return """
                \(section("What this file would do", lead: "Nothing has been changed yet.", PeoplePreview(preview, visit).html))
                \(section("Import it", carryingOut(preview, refused)))
                \(actions(drop))
                """
        }
    }

    private func carryingOut(_ preview: DirectoryPreview, _ refused: Refused?) -> HTML {
        let update = preview.update
        var filled = Filled()
        if update.endsMany {
            filled.first[DirectoryUpdate.wordField] =
                "This file ends \(update.ended.count) of the \(update.present) people. If that is right, type the number."
        }
        return PeopleActs.carryOut.form(
            visit, filled: filled, refused: refused, button: "Import the file",
            style: update.endsMany ? .danger : .primary)
    }

    private func wrong(_ problems: ImportProblems, _ found: FoundHeadings?) -> HTML {
        let more = problems.total - problems.first.count
        let columns =
            found?.unknown.isEmpty == false
            ? actions(linkButton("Say which column is which", to: PeopleAddresses.columns.link())) : nil
        let count = problems.total == 1 ? "one problem" : "\(problems.total) problems"
        return """
            <p>Nothing was changed. In it: \(count).</p>
            \(columns)
            <ul>\(problems.first.map { "<li>\($0.message)</li>" as HTML }.joined())</ul>
            \(more > 0 ? "<p>… and \(more) more.</p>" as HTML : nil)
            """
    }
}
