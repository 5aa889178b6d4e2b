import HTML
import Program

extension StaffVisit {
    /// A form of this session to that place, showing again what was typed and what is wrong with it.
    func form(to place: Link, typed: FormAnswers? = nil, problems: Refusal? = nil) -> Form {
        Form(
            to: place, token: formToken, typed: typed?.values,
            problems: problems?.fieldProblems ?? [])
    }
}

extension Refusal {
    /// The problems as forms show them. An answer that was typed beside quick ones is marked at its question.
    var fieldProblems: [FieldProblem] {
        problems.map { FieldProblem($0.field, $0.message, clause: $0.clauses.first?.text) }
    }
}
