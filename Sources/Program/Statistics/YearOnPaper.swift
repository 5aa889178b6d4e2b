// What the printed report of a year says besides its figures, for whoever answers for the programme.
extension FiguresPage {
    /// The year in a few sentences, made of what is shown alone: how much, what for, how long, how soon, by whom.
    package func inShort(_ figures: UseFigures) -> [String] {
        let tables = publication.tables
        let headline = publication.headlineTable?.title
        let what = tables.first { $0.title != headline && !$0.isOfAmounts && !$0.sentences.isEmpty }
        let amounts = tables.filter(\.isOfAmounts).flatMap(\.sentences)
        return [
            sentences.joined(separator: " "), what.map { "\($0.title), \($0.sentences[0].lowercasedFirst)" },
            amounts.isEmpty ? nil : amounts.joined(separator: " "),
            figures.answered.contains { !$0.tables.isEmpty } ? figures.howSoon.sentences.first : nil,
            load(figures.members.count),
        ].compactMap(\.self).filter { !$0.isEmpty }
    }

    /// The team behind it: how many they are, what fell to each, which size is suggested and why, and what is foreseen.
    package func team(_ figures: UseFigures, _ forecast: TeamForecast?) -> [FigurePart] {
        let members = FigurePart(
            title: "The team", sentences: [load(figures.members.count), forecast?.inShort].compactMap(\.self),
            contents: [],
            notes: ["Members are counted today."])
        return [members, figures.suggestedSize, figures.cover].compactMap(\.self)
    }

    private func load(_ members: Int) -> String {
        let team = "\(members.of("member", "members")) of the team"
        guard members > 0, let total = publication.headlineTable?.whole.count else { return "\(team) today." }
        return "\(team) today: \(total.tenths(by: members)) for each of them, \(total) by \(members)."
    }
}

extension TeamForecast {
    /// The last quarter that is foreseen.
    fileprivate var inShort: String? {
        quarters.last.map { last in
            last.atLeast == last.atMost
                ? "By \(last.to.name) \(last.atMost.of("member is", "members are")) foreseen."
                : "By \(last.to.name) \(last.atLeast) to \(last.atMost) members are foreseen, by how many of the terms that end are renewed."
        }
    }
}
