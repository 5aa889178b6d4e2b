/// The papers of a secret ballot. A paper lies under an id that only its voter's own key gives; apart from it stands who has voted, so
/// that nobody votes twice with a new key. Nothing in here says which paper is whose.
package struct BallotBox: Sendable, Equatable, Codable {
    /// One vote.
    package struct Paper: Sendable, Equatable, Codable {
        package var choice: BallotChoice
        /// By which its voter finds it in the published list.
        package let code: String
    }

    package private(set) var papers: [String: Paper]
    /// In order of their ids, which tells nothing.
    package private(set) var voters: [String]

    package init() {
        papers = [:]
        voters = []
    }

    /// Puts a paper in, or another choice on the paper that is there.
    ///
    /// - Parameters:
    ///   - id: of the paper, as the voter's own key gives it.
    ///   - code: drawn anew until no other paper has it.
    /// - Returns: the paper's code.
    package mutating func put(
        _ choice: BallotChoice, paper id: String, by voter: String, code: () -> String
    ) -> Result<String, Refusal> {
        if var paper = papers[id] {
            paper.choice = choice
            papers[id] = paper
            return .success(paper.code)
        }
        guard !voters.contains(voter) else {
            return .failure(
                Refusal("You voted under a key that you had before. That vote stands and cannot be changed."))
        }
        var drawn = code()
        while papers.values.contains(where: { $0.code == drawn }) { drawn = code() }
        papers[id] = Paper(choice: choice, code: drawn)
        voters = (voters + [voter]).sorted()
        return .success(drawn)
    }

    /// The papers as they are published: by their codes, which were drawn at random, so that the order tells nothing.
    package var counted: [CountedPaper] {
        papers.values.map { CountedPaper(code: $0.code, choice: $0.choice) }.sorted { $0.code < $1.code }
    }
}

/// A paper as it stands in the published list of a closed ballot.
package struct CountedPaper: Sendable, Equatable, Codable {
    package let code: String
    package let choice: BallotChoice

    package init(code: String, choice: BallotChoice) {
        self.code = code
        self.choice = choice
    }
}
