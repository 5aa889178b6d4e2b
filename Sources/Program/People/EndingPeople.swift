// A file that ends many people is most often a wrong one: half of an export, or another agency's.
extension DirectoryUpdate {
    /// As many may end without a word, however few people there are.
    package static let endsUnasked = 5

    /// Whether it ends more than a tenth of the people, and more than five: then it wants an explicit word.
    package var endsMany: Bool { ended.count > Self.endsUnasked && ended.count * 10 > present }

    /// What keeps it from being carried out, if anything. Whoever says how many people it ends has to say the right number; where it
    /// ends many, somebody has to.
    ///
    /// - Parameters:
    ///   - said: how many people end, as whoever imports says it.
    ///   - how: how the number is said there, such as `with --ends 39`.
    package func mayBeCarriedOut(
        saying said: Int?, field: String = Self.wordField, how: (Int) -> String
    ) -> Refusal? {
        switch said {
        case ended.count: nil
        case nil where !endsMany: nil
        case nil:
            Refusal(
                """
                This file ends \(ended.count) of the \(present) people in the directory, with their roles. Where that is \
                right, say so \(how(ended.count)). Nothing was changed.
                """, field: field)
        case let said?:
            Refusal(
                """
                This file ends \(ended.count) of the \(present) people in the directory, not \(said). Look at it once \
                more. Nothing was changed.
                """, field: field)
        }
    }

    /// Where the word is given.
    package static let wordField = "ends"
}

extension PolicyPack {
    /// What keeps somebody in the agency from ending those offices by a personnel file, if anything: an office that checks others ends
    /// with a second person's yes, and a file is no way around it.
    package func mayEndByFile(_ roles: some Sequence<RoleID>) -> Refusal? {
        let bound = Set(roles.filter { isGivenByTwo($0) })
        guard !bound.isEmpty else { return nil }
        let titles = self.roles.filter { bound.contains($0.id) }.map(\.title).joined(separator: ", ")
        return Refusal(
            """
            The file no longer lists somebody who holds an office that ends with a second person’s yes: \(titles). End the \
            office first, on the page of their account, or let the operator of this installation import the file.
            """, clauses: offices?.confirmedBy.basis.clauses ?? [])
    }
}
