import HTML
import Operations
import Program

/// What an import would do, before anybody says yes to it.
struct PeoplePreview {
    private let preview: DirectoryPreview
    private let visit: StaffVisit

    init(_ preview: DirectoryPreview, _ visit: StaffVisit) {
        self.preview = preview
        self.visit = visit
    }

    private var update: DirectoryUpdate { preview.update }

    var html: HTML {
        """
        \(facts([
            ("New", "\(update.added.count)"), ("Changed", "\(update.changed.count)"),
            ("Ended", "\(update.ended.count)"), ("Kept as they are", "\(update.unchanged)"),
        ]))
        \(offices)
        \(ended)
        \(putOff)
        \(seats)
        \(returning)
        \(orientations)
        \(changed)
        \(added)
        """
    }

    private func table(_ caption: String, _ count: Int, _ columns: [TableColumn], _ rows: [[HTML]]) -> HTML? {
        guard count > 0 else { return nil }
        let more = count - rows.count
        return """
            \(dataTable(caption, columns: columns, rows: rows))
            \(more > 0 ? "<p>… and \(more) more.</p>" as HTML : nil)
            """
    }

    private func some<Item>(_ items: [Item]) -> [Item] { Array(items.prefix(DirectoryPreview.listed)) }

    private var offices: HTML? {
        guard !preview.consequences.emptied.isEmpty else { return nil }
        let titles = preview.consequences.emptied.map { "<li>\(visit.pack.title(of: $0))</li>" as HTML }.joined()
        return callout("Nobody will hold these any more", tone: .warning, "<ul>\(titles)</ul>")
    }

    /// Whoever loses roles though they stay with the agency.
    private var putOff: HTML? {
        let losing = preview.consequences.ending.filter { $0.why == .standing }
        return table(
            "Off the team, for the policy takes nobody of their kind", losing.count,
            ["Account", "Roles that end", "Turns on the call-out lists"],
            some(losing).map {
                [HTML(text: $0.login), words($0.roles.map(visit.pack.title(of:))), words($0.rotations)]
            })
    }

    private var seats: HTML? {
        let vacated = preview.consequences.seats
        return table(
            "Seats that fall vacant", vacated.count, ["Account", "Committee", "Seat"],
            some(vacated).map { [HTML(text: $0.login), HTML(text: $0.committee), HTML(text: $0.seat)] })
    }

    private var orientations: HTML? {
        let due = preview.consequences.orientations
        return table(
            "Due for the orientation of new employees", due.count, ["Person", "By"],
            some(due).map { [HTML(text: "\($0.name) (\($0.employeeNumber))"), HTML(text: $0.dueOn.text)] })
    }

    private var ended: HTML? {
        // Most have no account: their cells stay empty, and where nobody has one the person alone is told.
        let left = preview.consequences.ending.filter { $0.why == .left }
        let isOfAccounts = !left.isEmpty
        return table(
            "Ended", update.ended.count,
            ["Person"] + (isOfAccounts ? ["Account", "Roles that end", "Turns on the call-out lists"] : []),
            some(update.ended).map { person in
                let accounts = left.filter { $0.person == person.id }
                let cells = [
                    accounts.map(\.login), accounts.flatMap(\.roles).map(visit.pack.title(of:)),
                    accounts.flatMap(\.rotations),
                ]
                return [name(person.record)] + (isOfAccounts ? cells.map(words) : [])
            })
    }

    private var returning: HTML? {
        table(
            "Roles of those who come back", preview.consequences.returning.count,
            ["Account", "Role", "What becomes of it"],
            some(preview.consequences.returning).map { role in
                [
                    HTML(text: role.role.login), HTML(text: visit.pack.title(of: role.role.holding.role)),
                    HTML(text: role.kept.map { "Not given back: \($0.words)" } ?? "Given back as it was"),
                ]
            })
    }

    private var changed: HTML? {
        table(
            "Changed", update.changed.count, ["Person", TableColumn("Old and new value", .sentences)],
            some(update.changed).map { change in
                let values = change.values.map { "\($0.column.rawValue): “\($0.old)” → “\($0.new)”" }
                return [
                    name(change.before.record), words((change.isBack ? ["Back with the agency"] : []) + values),
                ]
            })
    }

    private var added: HTML? {
        table(
            "New", update.added.count, ["Person", "First day"],
            some(update.added).map { [name($0), HTML(text: $0.hiredOn.text)] })
    }

    private func name(_ person: PersonRecord) -> HTML {
        HTML(text: "\(person.familyName), \(person.givenName) (\(person.employeeNumber)), \(person.unit)")
    }

    private func words(_ words: [String]) -> HTML { HTML(text: words.joined(separator: ", ")) }
}
