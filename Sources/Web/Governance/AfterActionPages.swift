import HTML
import Operations
import Program

/// The after-action inputs, and one of them: what it says, who has signed it off, what is to be done.
enum AfterActionPages {
    static let back = Crumb("After action", AfterActionAddresses.inputs.link())

    static func list(_ inputs: [AfterActionInput], _ visit: StaffVisit) -> HTML {
        let items = inputs.map { input in
            linkCard(
                input.content.event, detail: input.content.happened.words,
                to: AfterActionAddresses.input.link(PathID(input.id)), icon: .sheet,
                badge: input.isFinal ? badge("Final", tone: .good) : badge("Draft", tone: .warning))
        }
        let begins: HTML? =
            visit.staff.powers.contains(.draftAfterAction)
            ? actions(linkButton("New input", to: AfterActionAddresses.new.link(), style: .primary, icon: .add)) : nil
        return page(
            "After action", in: Shells.staff(visit, at: AfterActionAddresses.inputs),
            lead: "The programme’s part in reports on large-scale events: facts and lessons, and no names.",
            main: """
                \(begins)
                \(items.isEmpty
                    ? emptyState("Nothing yet", "What the programme learns from a large-scale event will be here.")
                    : cards(items))
                """)
    }

    /// The page again where somebody signed off, or made final, what may not be.
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await visit.programmes.afterAction(id.text, by: visit.staff).map {
            .page(input($0, visit, refused), again: refused)
        }
    }

    static func input(_ view: AfterActionView, _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let content = view.input.content
        return page(
            content.event, in: Shells.staff(visit), lead: lead(view), back: back,
            announcement: refused?.announcement, width: .wide,
            main: """
                \(duties(view, visit))
                \(facts([
                    ("Programme", HTML(text: visit.pack.terms.programme)),
                    ("Agency", HTML(text: visit.staff.agency.name)), ("When", HTML(text: content.happened.words)),
                ]))
                \(AfterActionContent.Part.allCases.map {
                    section($0.label, prose(paragraphs(content.text(of: $0))))
                }.joined())
                \(section("Who stands behind it", signatures(view)))
                \(view.figures.map(figures))
                """)
    }

    private static func lead(_ view: AfterActionView) -> HTML {
        switch view.input.status {
        case .draft: "A draft. It leaves the programme once it is signed off and final."
        case .final(_, let day): "Final since \(day.longName). To print, use your browser’s print."
        }
    }

    // MARK: What is to be done

    /// For whoever writes it, and for whoever has still to sign.
    private static func duties(_ view: AfterActionView, _ visit: StaffVisit) -> HTML? {
        guard !view.input.isFinal else { return nil }
        let id = PathID(view.input.id)
        let version = [("version", String(view.input.version))]
        let awaited = view.rule.awaited(for: view.input)
        var acts: [HTML] = []
        if awaited.contains(where: visit.staff.holds) {
            acts.append(
                AfterActionActs.signOff.asConfirmation(
                    "Sign off",
                    "<p>You stand behind these words, and found nobody in them who could be recognised.</p>",
                    button: "Sign off this draft", visit, id, style: .primary, hidden: version))
        }
        if visit.staff.holds(view.rule.draftedBy) {
            if awaited.isEmpty {
                acts.append(
                    AfterActionActs.finish.asConfirmation(
                        "Make final", "<p>From then on it stays as it is, for good.</p>", button: "Make it final now",
                        visit, id, style: .primary, hidden: version))
            }
            acts.append(linkButton("Change the draft", to: AfterActionAddresses.change.link(id)))
        }
        return acts.isEmpty ? nil : actions(acts.joined())
    }

    // MARK: What it says

    private static func figures(_ summary: Publication) -> HTML {
        """
        \(section(
            "Figures",
            "<p>\(summary.title) of \(summary.period.name), as published. They are not of this event alone.</p>"))
        \(summary.tables.enumerated().map { FigureParts.html(FigurePart($1, in: summary.time), id: "figures-\($0)") })
        """
    }

    private static func paragraphs(_ text: String) -> HTML {
        text.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML }.joined()
    }

    /// Roles and days. No names: who it was is in the audit chain.
    private static func signatures(_ view: AfterActionView) -> HTML {
        let written = [
            [HTML(text: view.title(of: view.rule.draftedBy)), "Wrote it", HTML(text: view.draftedOn.longName)]
        ]
        let signed = view.input.signOffs.map { signOff -> [HTML] in
            [HTML(text: view.title(of: signOff.role)), "Signed it off", HTML(text: signOff.on.longName)]
        }
        let awaited = view.rule.awaited(for: view.input).map { role -> [HTML] in
            [HTML(text: view.title(of: role)), badge("Awaited", tone: .warning), ""]
        }
        let origin = view.rule.basis.notes
        let caution = view.input.isFinal ? "" : "A change of the draft withdraws every sign-off."
        return """
            \(dataTable(
                "Written and signed off", columns: ["Role", "State", "On"],
                rows: written + signed + awaited, captioned: .unseen))
            <p class="field-hint">\(caution) \(origin)</p>
            """
    }
}

extension EventTime {
    /// As people say it: `October 2026`, `3 October 2026`, or the first and last day.
    var words: String {
        switch self {
        case .month(let month): month.name
        case .days(let days) where days.lowerBound == days.upperBound: days.lowerBound.longName
        case .days(let days): "\(days.lowerBound.longName) to \(days.upperBound.longName)"
        }
    }
}
