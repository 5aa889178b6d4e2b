// Who is marked as part of an incident of the register.
extension Incident {
    /// One of a kind and a day stands for all of that kind that day.
    package static let isRecorded = Refusal(
        "One of this kind and day is recorded already: it stands for both.", field: "day")

    static func isFull(_ field: String?) -> Refusal {
        Refusal("There is no room for more than \(mostInvolved) people.", field: field)
    }

    /// The incident with that mark, by whoever keeps the register.
    ///
    /// - Parameters:
    ///   - involvement: nothing takes the mark away.
    ///   - team: everybody who could be offered a request today. Whoever was marked before and left may be marked anew.
    package func marking(
        _ account: String, as involvement: Involvement?, ofTeam team: Set<String>
    ) -> Result<Incident, Refusal> {
        guard team.contains(account) || involved[account] != nil else {
            return .failure(Refusal("Choose somebody of the team.", field: "account"))
        }
        return marked(account, as: involvement, field: "account")
    }

    /// The incident with the mark of a supporter who says so themself.
    package func markingOneself(_ account: String, as involvement: Involvement) -> Result<Incident, Refusal> {
        marked(account, as: involvement, field: nil)
    }

    private func marked(
        _ account: String, as involvement: Involvement?, field: String?
    ) -> Result<Incident, Refusal> {
        var marked = self
        marked.involved[account] = involvement
        guard marked.involved.count <= Self.mostInvolved else {
            return .failure(Incident.isFull(field))
        }
        return .success(marked)
    }
}
