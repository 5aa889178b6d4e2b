import Program

extension Programmes {
    /// What of a draft is proven to give nothing small away. Whatever cannot be proven is left out, the last first.
    ///
    /// Not within a transaction: a program runs for it, perhaps for seconds.
    func proven(_ draft: ReleaseDraft) async throws -> Result<Publication, Refusal> {
        var draft = draft
        do {
            while draft.tellsNew {
                if try await isProven(draft.system) { break }
                guard draft.leaveOutLast() else { break }
            }
            return .success(draft.publication)
        } catch let fault as SolverFault {
            return .failure(fault.refusal)
        }
    }

    private func isProven(_ system: JointSystem) async throws -> Bool {
        var audit = ReleaseAudit(system)
        while let question = audit.question {
            audit.take(try await world(answering: question, in: system))
        }
        return audit.isProven
    }

    /// - Returns: Nothing where the solver found none in its time.
    /// - Throws: `SolverFault` where what it says is no answer to what was asked. The true numbers are one, so there always is an answer, and
    ///   a solver that gives another is not to be asked any more.
    private func world(answering question: LinearQuestion, in system: JointSystem) async throws -> [Int]? {
        let solution = try await solver.solve(question.text)
        let found = try Self.hasFound(solution)
        guard let world = question.world(from: solution), system.allows(world) else {
            if found { throw SolverFault.failed }
            return nil
        }
        return world
    }

    /// Whether the solution says of itself that it is one: `s mip ROWS COLUMNS STATUS …`.
    private static func hasFound(_ solution: String) throws -> Bool {
        for line in solution.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count >= 5, words[0] == "s", words[1] == "mip" { return ["o", "f"].contains(words[4]) }
        }
        throw SolverFault.failed
    }
}

extension SolverFault {
    /// As whoever publishes is told of it.
    var refusal: Refusal {
        let why =
            switch self {
            case .notInstalled: "the program that proves them is not installed on this server"
            case .overran: "the program that proves them took too long"
            case .failed: "the program that proves them gave no answer that holds"
            }
        return Refusal(
            """
            Nothing was published: \(why). Figures are published only once it is proven that nobody can be recognised in them. \
            Please tell whoever runs the server; everything else goes on.
            """)
    }
}
