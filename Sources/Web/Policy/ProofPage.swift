import HTML
import Operations
import PolicyPacks
import Program

/// The register on paper, for whoever accredits the programme: each duty with its place in the source, how it is met and what shows it
/// today. Counts alone, and no person's name (IACP-3.5, SAC-II.B.2).
enum ProofPage {
    static let title = "How each duty of the policy is met"

    static func proof(_ duties: DutiesToday, _ visit: StaffVisit) -> HTML {
        let (agency, loaded) = (visit.staff.agency, visit.staff.agency.pack)
        let source = loaded.pack.source
        return page(
            title, in: Shells.staff(visit, at: PolicyAddresses.policy),
            lead: "As the system stands on \(visit.staff.today.longName). To print, use your browser’s print.",
            back: Crumb("Policy in force", PolicyAddresses.policy.link()), width: .wide,
            main: """
                \(facts([
                    ("Agency", HTML(text: agency.name)), ("Programme", HTML(text: loaded.pack.terms.programme)),
                    ("Source", HTML(text: source.title)),
                    ("Dated", source.date.map { HTML(text: $0.longName) } ?? "The source gives no date."),
                    ("Day", HTML(text: visit.staff.today.longName)),
                    ("Pack", "<code>\(loaded.pack.id.text)</code>, version \(loaded.pack.version)"),
                    ("Content hash", "<code>\(loaded.hash.inGroups(of: 8))</code>"),
                    ("Duties", "\(loaded.conformance.count)"),
                ]))
                \(section("Totals", PolicyPages.standings(duties, loaded)))
                \(loaded.register.map { part($0, duties, loaded.pack) })
                """)
    }

    private static func part(_ part: ClausePart, _ duties: DutiesToday, _ policy: PolicyPack) -> HTML {
        section(
            part.name,
            dataTable(
                part.size,
                columns: [
                    "Place", TableColumn("Duty", .sentences), TableColumn("How", .sentences),
                    TableColumn("Evidence today", .sentences), "Stands",
                ],
                rows: part.entries.map { cells(of: $0, duties, policy) }))
    }

    private static func cells(of duty: DutyConformance, _ duties: DutiesToday, _ policy: PolicyPack) -> [HTML] {
        let how = duty.rules.flatMap(\.readers).map(\.words).withoutRepetition
        let evidence = duties.words(of: duty, policy)
        return [
            "<strong>\(duty.clause.place)</strong> \(clauseNote(duty.clause.id.text))", HTML(text: duty.clause.duty),
            how.isEmpty ? "By people, by hand." : HTML(text: how.joined(separator: "; ").capitalisedFirst + "."),
            evidence.isEmpty
                ? "Nothing is counted." : HTML(text: evidence.joined(separator: "; ").capitalisedFirst + "."),
            duties.standing(of: duty).mark,
        ]
    }
}
