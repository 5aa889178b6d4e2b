import HTML
import HTTPTypes
import Operations
import Program

/// What was sent and not done. The page that comes again says it where it was asked for.
struct Refused: Sendable {
    /// The act by its id.
    let act: String
    /// Whether the act has a form in which a refusal finds its field. One button has none.
    let hasForm: Bool
    let refusal: Refusal

    init<By, Value, Made, each Subject>(by act: Act<By, Value, Made, repeat each Subject>, _ refusal: Refusal) {
        self.act = act.id
        hasForm = act.input.isTyped
        self.refusal = refusal
    }

    /// Said at the top of the page, where no form can show it.
    var announcement: HTML? { hasForm ? nil : words }

    /// What was wrong, for the top of a page on which its form does not stand any more.
    var words: HTML { refusal.announcement }

    /// Said at the top of a page that has the forms of these acts alone.
    func announcement(besides forms: String...) -> HTML? { forms.contains(act) ? nil : words }
}

extension Act {
    /// Its form, with what was typed where it is the one that came back.
    ///
    /// - Parameters:
    ///   - filled: whom one may choose, and what stands in a field at first.
    ///   - before: what stands in the form above its fields.
    ///   - isPrivate: whether the browser is to remember nothing that is typed.
    ///   - among: what tells it from another of its forms on the page.
    func form(
        _ visit: By, _ subject: repeat each Subject, filled: Filled = Filled(), refused: Refused? = nil,
        button label: String, style: ButtonStyle = .primary, before: HTML? = nil, isPrivate: Bool = false,
        among: String? = nil
    ) -> HTML {
        let form = blank(visit, repeat each subject, refused: refused, isPrivate: isPrivate, among: among)
        return form.html(
            "\(before)\(input.html(form, visit.agency.policy, filled))", actions: button(label, style: style))
    }

    /// The frame of its form, for a page that lays out the fields itself.
    func blank(
        _ visit: By, _ subject: repeat each Subject, refused: Refused? = nil, isPrivate: Bool = false,
        among: String? = nil
    ) -> Form {
        let refusal = refused?.act == id ? refused?.refusal : nil
        return Form(
            to: page.link(repeat each subject), token: visit.formToken,
            typed: refusal == nil ? input.typedBeforeSearch(visit, in: id) : visit.visit.form.values,
            problems: refusal?.fieldProblems(besides: input.unseen) ?? [],
            isPrivate: isPrivate, among: among)
    }

    /// The fields of its form, as far as they are not filled in by the page itself.
    func fields(in form: Form, _ visit: By, _ filled: Filled = Filled()) -> HTML {
        input.html(form, visit.agency.policy, filled)
    }

    /// The act as one button.
    ///
    /// - Parameter hidden: what it sends besides, by the field's name.
    func asButton(
        _ label: String, _ visit: By, _ subject: repeat each Subject, style: ButtonStyle = .secondary,
        hidden: [(String, String)] = []
    ) -> HTML {
        buttonForm(
            label, to: page.link(repeat each subject), token: visit.formToken, style: style, hidden: hidden)
    }

    /// The act as one button that opens first and says what follows from it.
    ///
    /// - Parameters:
    ///   - button: what does it, inside.
    ///   - inside: its style, where it is another.
    func asConfirmation(
        _ label: String, _ words: HTML, button: String, _ visit: By, _ subject: repeat each Subject,
        style: ButtonStyle = .secondary, inside: ButtonStyle? = nil, hidden: [(String, String)] = []
    ) -> HTML {
        let button = asButton(button, visit, repeat each subject, style: inside ?? style, hidden: hidden)
        return confirmation(label, style: style, "\(words)\n\(button)")
    }
}

extension Answer {
    /// A page as it is, or again with what was refused.
    static func page(_ html: HTML, again refused: Refused?) -> Answer {
        .page(html, status: refused == nil ? .ok : .unprocessableContent)
    }
}

extension Refusal {
    /// The problems as forms show them; what is wrong with a field that nobody sees is said of the whole.
    func fieldProblems(besides unseen: Set<String> = []) -> [FieldProblem] {
        problems.map { problem in
            FieldProblem(
                problem.field.flatMap { unseen.contains($0) ? nil : $0 }, problem.message,
                origin: problem.origin)
        }
    }

    /// Every problem with its clause, for the top of a page.
    var announcement: HTML {
        problems.map { HTML.refused($0) }.joined()
    }
}

extension HTML {
    fileprivate static func refused(_ problem: Refusal.Problem) -> HTML {
        refusal(problem.message, origin: problem.origin)
    }
}
