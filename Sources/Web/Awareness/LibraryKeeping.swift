import HTML
import HTTPTypes
import Operations
import Program

/// The library in the hands of whoever keeps it; and each entry as whoever is signed in reads it.
enum LibraryKeeping {
    private static let back = Crumb(LibraryPages.title, LibraryAddresses.library.link())

    @Sendable
    static func new(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        answer(
            "Add to the library", visit, refused,
            LibraryActs.add.form(
                visit, filled: Filled(first: ["audience": LibraryAudience.everyone.rawValue]), refused: refused,
                button: "Add it"))
    }

    /// What the program brings cannot be changed: a programme hides it, and writes its own.
    @Sendable
    static func changing(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        let entries = try await visit.programmes.library(for: visit.staff).entries
        guard let entry = entries.first(where: { $0.id == id.text }), !entry.isSeed else { return nil }
        let filled = Filled(first: [
            "kind": entry.kind.rawValue, "audience": entry.audience.rawValue, "title": entry.title,
            "words": entry.words, "link": entry.link ?? "", "place": String(entry.place),
            "reviewOn": entry.reviewOn?.text ?? "",
        ])
        return answer(
            "Change “\(entry.title)”", visit, refused,
            LibraryActs.change.form(visit, id, filled: filled, refused: refused, button: "Change it"))
    }

    private static func answer(_ title: String, _ visit: StaffVisit, _ refused: Refused?, _ form: HTML) -> Answer {
        var shell = Shells.staff(visit)
        shell.script = visit.site.fileScript
        return .scriptedPage(
            page(
                title, in: shell,
                lead: "For everybody to read. Name nobody in it, and give whole addresses of pages you have looked at.",
                back: back, main: form), status: refused == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func entry(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        let shelf = try await visit.programmes.library(for: visit.staff)
        guard let entry = shelf.entries.first(where: { $0.id == id.text }) else { return nil }
        let keeps = visit.staff.powers.contains(.keepLibrary)
        return .page(
            page(
                entry.title, in: Shells.staff(visit),
                lead: HTML(text: "\(entry.kind.words). Print this page, and the handout comes alone."), back: back,
                announcement: refused?.announcement,
                main: """
                    \(LibraryPages.handout(entry, visit.agency, file: LibraryAddresses.file.link(id)))
                    \(keeps ? section("Keep it", keeping(entry, shelf.today, visit, refused)) : nil)
                    """), again: refused)
    }

    private static func keeping(
        _ entry: LibraryEntry, _ today: Day, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let id = PathID(entry.id)
        let away = LibraryActs.takeOut.asConfirmation(
            entry.isSeed ? "Hide it" : "Take it out",
            entry.isSeed
                ? "<p>It comes with the program. It is shown to nobody, and you can show it again.</p>"
                : "<p>It goes for good, with its file.</p>",
            button: entry.isSeed ? "Hide it here" : "Take it out now", visit, id, style: .quiet)
        guard !entry.isSeed else { return actions(away) }
        return """
            \(facts([
                ("For", HTML(text: entry.audience.words)),
                ("Last looked at", HTML(text: entry.changedOn?.longName ?? "")),
                ("To look at again", entry.reviewOn.map { day in
                    entry.isDue(on: today)
                        ? "\(day.longName) \(badge("Due", tone: .warning))" : HTML(text: day.longName)
                } ?? "No day is set"),
            ]))
            \(LibraryActs.review.form(visit, id, refused: refused, button: "It is still right", style: .secondary))
            \(actions(linkButton("Change it", to: LibraryAddresses.change.link(id)), away))
            """
    }

    /// What is to be looked at again, before everything else.
    static func due(_ shelf: LibraryShelf) -> HTML? {
        guard !shelf.due.isEmpty else { return nil }
        let lines = shelf.due.map { entry -> HTML in
            let place = LibraryAddresses.entry.link(PathID(entry.id))
            return "<li><a\(href: place)>\(entry.title)</a>, since \(entry.reviewOn?.longName ?? "")</li>"
        }
        return callout("To look at again", tone: .warning, "<ul>\(lines)</ul>")
    }

    static func hidden(_ shelf: LibraryShelf, _ visit: StaffVisit) -> HTML? {
        guard !shelf.hidden.isEmpty else { return nil }
        return section(
            "Hidden here", lead: "They come with the program, and nobody sees them.",
            "<ul>\(shelf.hidden.map { "<li>\($0.title) \(LibraryActs.show.asButton("Show it", visit, PathID($0.id), style: .quiet))</li>" as HTML })</ul>"
        )
    }
}
