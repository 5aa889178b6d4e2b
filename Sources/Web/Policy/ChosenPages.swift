import HTML
import Operations
import PolicyPacks
import Program

/// What the agency chose itself where its written policy is silent, so that nobody looks for it there.
enum ChosenPages {
    static let title = "What we chose ourselves"

    static func choices(_ visit: StaffVisit) -> HTML {
        let pack = visit.staff.agency.pack
        return page(
            title, in: Shells.staff(visit, at: PolicyAddresses.policy),
            lead: """
                What the written policy does not give, each with the reason. A new version of the pack can have it otherwise.
                """,
            back: Crumb("Policy in force", PolicyAddresses.policy.link()), width: .wide,
            main: """
                \(figures([
                    Figure("Chosen here", "\(pack.chosen.count)"),
                    Figure("Given by the policy in words", "\(pack.said.count)"),
                ]))
                \(parts(pack.chosen.map(\.place)).map { part in
                    section(part, dataTable(
                        part, columns: ["What", "Value", TableColumn("Why", .sentences)], rows: pack.chosen.filter { $0.place.first == part }.map(cells),
                        captioned: .unseen))
                })
                \(section(
                    "What the policy gives", lead: "Values that stand in it, with its own few words.",
                    dataTable(
                        "What the policy gives", columns: ["What", "Value", TableColumn("Its words", .sentences)], rows: pack.said.map(cells),
                        captioned: .unseen)))
                """)
    }

    /// A way there.
    static let way = linkButton(title, to: PolicyAddresses.choices.link(), style: .quiet)

    /// Each part of the pack once, in its order.
    private static func parts(_ places: [[String]]) -> [String] { places.compactMap(\.first).withoutRepetition }

    private static func cells(_ value: ChosenValue) -> [HTML] {
        [what(value.place), HTML(text: value.value ?? ""), HTML(text: value.reason)]
    }

    private static func cells(_ value: SaidValue) -> [HTML] {
        [
            HTML(text: value.place.joined(separator: ": ")), HTML(text: value.value),
            "“\(value.words)” \(value.clauses.map(clauseNote).joined(separator: " "))",
        ]
    }

    /// The way to a value below the part it stands in.
    private static func what(_ place: [String]) -> HTML {
        let below = place.dropFirst()
        return HTML(text: below.isEmpty ? place.joined() : below.joined(separator: ": "))
    }
}
