/// Whom a scene asks, and in which order: those whose shift is nearest first (on call, then at work or in hours of their own, then
/// off duty where the pack has supporters respond at any hour); of those the one who went to the fewest scenes lately; of those the
/// lot, anew for each incident.
package struct SceneOrder: Sendable {
    /// Everybody who may be asked, the first to be asked first.
    package let accounts: [String]
    /// How many are passed over for want of the qualification that the kind asks for (PD-E.11).
    package let notQualified: Int
    /// How many a rule keeps out. Which rule is not said: it would tell who was there.
    package let keptOut: Int

    /// - Parameters:
    ///   - reached: everybody who can be reached, in the order of call-outs; whoever a call-out ends at is not sent to a scene.
    ///   - qualified: who holds the qualification today; everybody where the kind asks for none.
    ///   - lately: to how many scenes each went in the last quarter: whoever said that they come and never arrived went to none.
    package init(
        of reached: [CallOutCandidate], qualified: Set<String>?, keptOut: Set<String>, lately: [String: Int]
    ) {
        let team = reached.filter { $0.standing != .lastResort }
        let able = team.filter { qualified?.contains($0.account) ?? true }
        let free = able.filter { !keptOut.contains($0.account) }
        notQualified = team.count - able.count
        self.keptOut = able.count - free.count
        accounts = free.enumerated().sorted { left, right in
            let mine = (left.element.nearness, lately[left.element.account] ?? 0, left.offset)
            let theirs = (right.element.nearness, lately[right.element.account] ?? 0, right.offset)
            return mine < theirs
        }.map(\.element.account)
    }
}

extension [IncidentFile] {
    /// By account, to how many scenes somebody went.
    package var timesAtScenes: [String: Int] {
        let went = flatMap(\.scenes).flatMap(\.asked).filter { $0.arrivedAt != nil }.map { ($0.account, 1) }
        return Dictionary(went, uniquingKeysWith: +)
    }
}

extension CallOutCandidate {
    /// How far their shift is away; whoever is called elsewhere comes after those who are not.
    fileprivate var nearness: Int {
        let standing =
            switch standing {
            case .onCall: 0
            case .available: 1
            case .offDuty: 2
            case .lastResort: 3
            }
        return isCalledElsewhere ? standing + 4 : standing
    }
}
