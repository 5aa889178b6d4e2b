import HTML
import Operations
import PolicyPacks
import Program

/// The policy in force, for those who answer for it.
enum PolicyPages {
    static func policy(_ visit: StaffVisit) -> HTML {
        let pack = visit.staff.agency.pack
        let register = pack.register
        return page(
            "Policy in force", in: Shells.staff(visit, at: PolicyAddresses.policy),
            lead: "Every duty of the written policy, and the rules of the system that carry it.", width: .wide,
            main: """
                \(summary(pack, visit.staff.agency))
                \(changes(pack.pack))
                \(section("The duties, by part of the policy", index(register)))
                \(register.map(part))
                """)
    }

    private static func summary(_ pack: LoadedPack, _ agency: Agency) -> HTML {
        let source = pack.pack.source
        let uncovered = pack.uncovered.count
        return """
            \(figures([
                Figure("Duties", "\(pack.pack.clauses.count)"),
                Figure("Carried by rules", "\(pack.pack.clauses.count - uncovered)"),
                Figure("Not carried", "\(uncovered)"),
            ]))
            \(facts([
                ("Agency", HTML(text: agency.name)), ("Policy of", HTML(text: pack.pack.agency.title)),
                ("Source", HTML(text: source.title)),
                ("Dated", source.date.map { HTML(text: $0.longName) } ?? "The source gives no date."),
                ("Pack", "<code>\(pack.pack.id.text)</code>, version \(pack.pack.version)"),
                ("Content hash", "<code>\(pack.hash.inGroups(of: 8))</code>"),
            ]))
            """
    }

    /// Law that the source does not know of: said, and left to counsel.
    private static func changes(_ policy: PolicyPack) -> HTML? {
        let changes = policy.source.changesSince
        guard !changes.isEmpty else { return nil }
        return section(
            "Law changed since this policy was written",
            changes.map { change in
                callout(
                    change.law, tone: .warning,
                    """
                    <p>In effect since \(change.effective.longName). \(change.note)</p>
                    <p>\(change.clauses.notes)</p>
                    """)
            }.joined())
    }

    private static func index(_ register: [ClausePart]) -> HTML {
        let items = register.map { part -> HTML in
            """
            <li><a\(href: PolicyAddresses.part(part))>\(part.name)</a> \
            (\(part.size))\
            \(part.uncovered == 0 ? nil : " \(badge("\(part.uncovered) not carried", tone: .warning))" as HTML)</li>
            """
        }
        return prose("<ul>\(items)</ul>")
    }

    private static func part(_ part: ClausePart) -> HTML {
        """
        <section class="part" id="\(part.anchor)"><h2>\(part.name)</h2>
        \(dataTable(
            part.size, columns: ["Clause", "Duty", "The system", "Rules"],
            rows: part.entries.map(cells)))</section>
        """
    }

    private static func cells(of entry: ClausePart.Entry) -> [HTML] {
        let clause = entry.clause
        return [
            "<strong>\(clause.place)</strong> \(clauseNote(clause.id.text))", HTML(text: clause.duty),
            HTML(text: clause.kind.words),
            entry.rules.isEmpty
                ? badge("No rule carries it", tone: .warning)
                : "<span>\(entry.rules.map(path).joined(separator: "<br>"))</span>",
        ]
    }

    /// A path that a narrow page can break at its joints.
    private static func path(_ rule: String) -> HTML {
        let levels = rule.split(separator: ".").map { level -> HTML in
            level.split(separator: "[").map { HTML(text: String($0)) }.joined(separator: "<wbr>[")
        }
        return "<code>\(levels.joined(separator: ".<wbr>"))</code>"
    }
}

extension Clause.Kind {
    /// What the running system does with such a duty.
    fileprivate var words: String {
        switch self {
        case .enforce: "Enforces it"
        case .schedule: "Watches the time"
        case .record: "Keeps record"
        case .inform: "Says the words"
        case .people: "Leaves it to people"
        }
    }
}

extension String {
    /// As people type it, and as a narrow page can break it: so many signs, a blank, and so on.
    func inGroups(of length: Int) -> String {
        let signs = Array(self)
        return stride(from: 0, to: signs.count, by: length).map { String(signs[$0..<min($0 + length, signs.count)]) }
            .joined(separator: " ")
    }
}
