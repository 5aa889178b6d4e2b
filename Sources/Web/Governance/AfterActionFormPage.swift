import HTML
import Operations
import Program
import Sealing

/// Where the programme writes down what it did at a large-scale event, and what it learned.
enum AfterActionFormPage {
    static func new(id: RandomId, figures: [Month], _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(
            to: AfterActionAddresses.inputs.link(), typed: refusal == nil ? nil : visit.form, problems: refusal)
        return page(
            "New input", in: Shells.staff(visit), lead: lead, back: AfterActionPages.back,
            main: main(form, AfterActionForm(), figures, visit, hidden: hidden("id", id.text), act: "Keep as a draft"))
    }

    /// - Parameter input: a draft.
    static func change(
        _ input: AfterActionInput, figures: [Month], _ visit: StaffVisit, _ refusal: Refusal? = nil
    ) -> HTML {
        let form = visit.form(
            to: AfterActionAddresses.change.link(PathID(input.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let withdrawn = input.signOffs.isEmpty ? nil : callout("A change withdraws every sign-off.", tone: .warning)
        // Where it was changed meanwhile, the next try is still of what was seen, and is refused until it is read again.
        let seen = refusal == nil ? String(input.version) : visit.form["version"]
        return page(
            "Change the draft", in: Shells.staff(visit), lead: lead,
            back: Crumb(input.content.event, AfterActionAddresses.input.link(PathID(input.id))),
            main: """
                \(withdrawn)
                \(main(
                    form, AfterActionForm(input.content), figures, visit, hidden: hidden("version", seen),
                    act: "Keep the change"))
                """)
    }

    private static let lead: HTML = "Facts and lessons of the programme. Nobody’s name, and nothing that anybody said."

    private static func main(
        _ form: Form, _ first: AfterActionForm, _ figures: [Month], _ visit: StaffVisit, hidden: HTML, act: String
    ) -> HTML {
        let parts = AfterActionContent.Part.allCases.map { part in
            form.longText(
                part.rawValue, part.label, first: first.parts[part], hint: part.hint,
                maxLength: AfterActionContent.Part.longest)
        }
        return """
            \(callout(
                "Name nobody", tone: .warning,
                """
                <p>No names, no employee numbers, nothing by which a person could be recognised. Words that name somebody \
                in the directory are refused. \(clauses(visit))</p>
                """))
            \(form.html(
                """
                \(hidden)
                \(form.text(
                    "event", "Event", first: first.event, hint: "What it is called, such as “October flood”.",
                    maxLength: AfterActionContent.longestEvent))
                \(form.text(
                    "happened", "Month or days", kind: .code, first: first.happened,
                    hint: "2026-10, or 2026-10-03, or the first and last day as 2026-10-03/2026-10-05.", maxLength: 21))
                \(parts)
                \(form.select(
                    "figures", "Figures", figures.map { FieldOption($0.text, $0.name) }, first: first.figures,
                    prompt: "No figures",
                    hint: "A published summary goes along as it is. Nothing is counted for one event alone.",
                    isOptional: true))
                """, actions: button(act)))
            """
    }

    private static func clauses(_ visit: StaffVisit) -> HTML {
        (visit.pack.afterAction?.basis.clauses ?? []).map { clauseNote($0.text) }.joined()
    }
}

extension AfterActionContent.Part {
    fileprivate var hint: String {
        switch self {
        case .did: "Facts: when it began, in which ways supporters were there, what was offered."
        case .worked: "What you would do the same way again."
        case .change: "What you would do otherwise next time."
        case .resources: "People, training, equipment, agreements. Write “none” where nothing is needed."
        }
    }
}
