/// Something asked for that the programme does not allow, said so that the person can put it right. A refusal is an
/// ordinary answer and changes nothing; what the system itself got wrong is a thrown fault.
package struct Refusal: Error, Sendable, Equatable {
    package let problems: [Problem]

    /// One thing to put right.
    package struct Problem: Sendable, Equatable {
        /// The field of the form or JSON it is about; none where it is about the act as a whole.
        package let field: String?
        /// What the rule is, in plain words.
        package let message: String
        /// The clauses of the agency's policy that the rule comes from.
        package let clauses: [ClauseID]
        /// Why the agency chose the rule, where its policy does not give it.
        package let choice: String?

        package init(field: String?, message: String, clauses: [ClauseID] = []) {
            self.field = field
            self.message = message
            self.clauses = clauses
            choice = nil
        }

        /// The same by these clauses.
        fileprivate init(_ problem: Problem, clauses: [ClauseID]) {
            field = problem.field
            message = problem.message
            self.clauses = clauses
            choice = problem.choice
        }

        /// What is not allowed under a rule of the pack, or under one value of it.
        package init(field: String?, message: String, basis: Basis?) {
            self.field = field
            self.message = message
            clauses = basis?.clauses ?? []
            choice = basis?.reason
        }
    }

    package init(_ problems: [Problem]) { self.problems = problems }

    package init(_ message: String, field: String? = nil, clauses: [ClauseID] = []) {
        problems = [Problem(field: field, message: message, clauses: clauses)]
    }

    package init(_ message: String, field: String? = nil, basis: Basis?) {
        problems = [Problem(field: field, message: message, basis: basis)]
    }

    /// The same, where what names no clause of its own names those of the rule that the act is done under.
    package func citing(_ clauses: [ClauseID]) -> Refusal {
        Refusal(problems.map { $0.clauses.isEmpty && $0.choice == nil ? Problem($0, clauses: clauses) : $0 })
    }
}
