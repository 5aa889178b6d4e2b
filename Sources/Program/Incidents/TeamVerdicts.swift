extension DebriefingTeam {
    /// Whether a team that somebody chose may be confirmed, by the same rules by which teams are proposed: each sits in one
    /// seat they may take that day, no seat has more than its most, and every required one has its fewest. Somebody named twice
    /// counts once; whoever is no candidate is not on the team.
    package func verdict(on chosen: [String], of candidates: [TeamCandidate], on day: Day) -> TeamVerdict {
        let known = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
        var problems: [TeamVerdict.Problem] = []
        var ids: [String] = []
        var mayTake: [[Int]] = []
        for id in chosen.withoutRepetition {
            switch known[id]?.seats(of: self, on: day) ?? .failure(TeamHindrance(rule: .notOnTeam)) {
            case .failure(let hindrance): problems.append(.mayNotSit(id, hindrance.rule))
            case .success(let seats):
                ids.append(id)
                mayTake.append(seats)
            }
        }
        let seating = seating(of: Array(ids.indices), mayTake: mayTake)
        let placed = Set(seating.seated.joined())
        problems += ids.indices.filter { !placed.contains($0) }.map { .noRoom(ids[$0]) }
        problems += shortfalls(of: seating, under: \.required).map { .short($0) }
        return problems.isEmpty ? .confirmable(team(seating, ids: ids)) : .notConfirmable(problems)
    }

    /// Why a team is not confirmed, each problem under the clause; nothing where it may be. `name` says who a candidate is.
    package func refusal(of verdict: TeamVerdict, field: String, name: (String) -> String) -> Refusal? {
        switch verdict {
        case .confirmable: nil
        case .notConfirmable(let problems):
            Refusal(
                problems.map { problem in
                    let words =
                        switch problem {
                        case .mayNotSit(let id, let rule): "\(name(id)): \(rule.words)"
                        case .noRoom(let id): "\(name(id)): every seat they could take is full."
                        case .short(let seat): "The team is short: \(seat.words)."
                        }
                    return Refusal.Problem(field: field, message: words, basis: basis)
                })
        }
    }
}

extension NotProposed {
    /// Said behind the name, such as `not available at that time.`
    package var words: String {
        switch self {
        case .notOnTeam: "not on the team."
        case .noSeat: "the team has no seat of their kind."
        case .certificationNotInForce(let name): "no certification in force on that day (\(name))."
        case .notAvailable: "not available at that time."
        case .keptOut: "kept out of this debriefing by a rule."
        case .othersFirst: "others come first by turn."
        }
    }
}

extension SeatShortfall {
    /// Who is missing, such as `2 more members with CISM`.
    package var words: String {
        let who =
            switch (kind, missing == 1) {
            case (.mentalHealthProfessional, true): "mental health professional"
            case (.mentalHealthProfessional, false): "mental health professionals"
            case (.supporter, true): "member of the team"
            case (.supporter, false): "members of the team"
            case (.chaplain, true): "chaplain"
            case (.chaplain, false): "chaplains"
            }
        let certified = certification.map { " with \($0)" } ?? ""
        return "\(missing) more \(who)\(certified)"
    }
}
