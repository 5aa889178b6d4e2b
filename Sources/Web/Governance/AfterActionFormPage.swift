import HTML
import Operations
import Program

/// Where the programme writes down what it did at a large-scale event, and what it learned.
enum AfterActionFormPage {
    static func new(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let filled = Filled(options: try await figures(visit))
        return page(
            "New input", in: Shells.staff(visit), lead: lead, back: AfterActionPages.back,
            main: """
                \(nameNobody(visit))
                \(AfterActionActs.draft.form(visit, filled: filled, refused: refused, button: "Keep as a draft"))
                """)
    }

    /// - Parameter input: a draft.
    static func change(
        _ input: AfterActionInput, _ visit: StaffVisit, _ refused: Refused? = nil
    ) async throws -> HTML {
        let id = PathID(input.id)
        var filled = input.content.filled
        filled.options = try await figures(visit)
        // Where it was changed meanwhile, the next try is still of what was seen, and is refused until it is read again.
        filled.first["version"] = refused == nil ? String(input.version) : visit.form["version"]
        let form = AfterActionActs.change.form(visit, id, filled: filled, refused: refused, button: "Keep the change")
        return page(
            "Change the draft", in: Shells.staff(visit), lead: lead,
            back: Crumb(input.content.event, AfterActionAddresses.input.link(id)),
            main: """
                \(input.signOffs.isEmpty ? nil : callout("A change withdraws every sign-off.", tone: .warning))
                \(nameNobody(visit))
                \(form)
                """)
    }

    private static let lead: HTML = "Facts and lessons of the programme. Nobody’s name, and nothing that anybody said."

    /// The months whose figures may go along.
    private static func figures(_ visit: StaffVisit) async throws -> [String: [FieldOption]] {
        let published = try await visit.programmes.afterActionFigures(by: visit.staff)
        return ["figures": published.map { FieldOption($0.text, $0.name) }]
    }

    private static func nameNobody(_ visit: StaffVisit) -> HTML {
        let origin = visit.pack.afterAction?.basis.notes(with: .draftedBy)
        return callout(
            "Name nobody", tone: .warning,
            """
            <p>No names, no employee numbers, nothing by which a person could be recognised. Words that name somebody \
            in the directory are refused. \(origin)</p>
            """)
    }
}
