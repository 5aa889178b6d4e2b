import HTML
import Operations
import Program

/// Who of the team was part of an incident, and marking them: alike in the register and on a board.
enum MarkingPart {
    static let account = "account"
    static let involvement = "involvement"

    /// Somebody who is marked.
    struct Marked {
        let account: String
        let name: String
        let involvement: Involvement
    }

    /// - Parameter unmark: the button that takes a mark away, with what it sends.
    static func table(_ marked: [Marked], unmark: ([(String, String)]) -> HTML) -> HTML {
        dataTable(
            "Who of the team was part of it", columns: ["Name", "As", ""],
            rows: marked.map { marked in
                [
                    HTML(text: marked.name), HTML(text: marked.involvement.words),
                    unmark([(account, marked.account), (involvement, MarkedAs.absent.rawValue)]),
                ]
            }, captioned: .unseen)
    }

    /// - Parameter others: who is not marked.
    static func html(_ form: Form, _ others: [FieldOption], in pack: PolicyPack, hint: String? = nil) -> HTML {
        form.html(
            """
            \(form.select(account, pack.terms.supporter, others, prompt: "Choose", hint: hint))
            \(form.choice(
                involvement, "As", Involvement.allCases.map { FieldOption($0.rawValue, $0.words) },
                first: Involvement.participant.rawValue))
            """, actions: button("Mark"))
    }

    static let unmarking = "Was not there"
}
