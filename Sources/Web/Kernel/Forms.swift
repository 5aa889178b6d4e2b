import HTML
import Program

extension StaffVisit {
    /// A form of this session to that place, showing again what was typed and what is wrong with it.
    func form(to place: Link, typed: FormAnswers? = nil, problems: Refusal? = nil) -> Form {
        Form(
            to: place, token: formToken, typed: typed?.values,
            problems: problems?.fieldProblems() ?? [])
    }
}

extension Refusal {
    /// The problems as forms show them; what is wrong with a field that nobody sees is said of the whole.
    func fieldProblems(besides unseen: Set<String> = []) -> [FieldProblem] {
        problems.map { problem in
            FieldProblem(
                problem.field.flatMap { unseen.contains($0) ? nil : $0 }, problem.message,
                clause: problem.clauses.first?.text)
        }
    }
}
