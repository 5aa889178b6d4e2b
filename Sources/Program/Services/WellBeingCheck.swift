/// A member asks how a colleague is who is off work through illness or an injury on duty (OCP-I.B.5). There is no field for what
/// was said: what comes of it is one of three words.
package struct WellBeingCheck: Sendable, Equatable {
    package let id: String
    /// The account of the one member who asks.
    package let volunteer: String
    /// The day on which they ask, or ask next.
    package let nextOn: Day
    /// What came of it last; nothing before the first time. It is never `declined`, for that ends it.
    package let outcome: Outcome?

    package init(id: String, volunteer: String, nextOn: Day, outcome: Outcome? = nil) {
        self.id = id
        self.volunteer = volunteer
        self.nextOn = nextOn
        self.outcome = outcome
    }

    /// All that is ever kept of a check.
    package enum Outcome: String, Sendable, CaseIterable {
        case done
        /// For good: nobody is sent to them again.
        case declined
        /// Support is wanted, and given as any support is.
        case wanted
    }
}

/// Of whom a check is, as whoever assigns says it.
package enum CheckSubject: Sendable, Equatable {
    /// Somebody of the directory, by their id there.
    case person(id: String, name: String)
    /// A name that was typed.
    case typed(String)

    package var name: String {
        switch self {
        case .person(_, let name): name
        case .typed(let name): name
        }
    }

    /// By what the same person is known again, though their name is gone: kept under the server's key alone.
    package var kept: [String] {
        switch self {
        case .person(let id, let name): ["person \(id)", "listed \(Self.plain(name))"]
        case .typed(let name): ["typed \(Self.plain(name))"]
        }
    }

    /// What would say that they are not asked. Somebody of the directory may have been typed before, and the other way round; two
    /// people of the directory are told apart though they have one name.
    package var barredBy: [String] {
        switch self {
        case .person(let id, let name): ["person \(id)", "typed \(Self.plain(name))"]
        case .typed(let name): ["listed \(Self.plain(name))", "typed \(Self.plain(name))"]
        }
    }

    /// The words of a name in small letters and in order of the alphabet, so that `Vale, Ana` is `ana  vale`.
    private static func plain(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).sorted().joined(separator: " ")
    }
}

/// What an outcome does to a check.
package enum CheckSequel: Sendable, Equatable {
    /// The member asks again on that day.
    case again(WellBeingCheck)
    /// It is over: the name is destroyed, and nobody is sent to them again.
    case overForGood
}

extension WellBeingCheckRule {
    /// The words are the same whether a check on them is under way or they declined one, so that a name tried tells neither.
    package var notOpened: Refusal {
        Refusal(
            "No check on this person can be opened: one is under way, or they are not asked again.", field: nil,
            basis: basis)
    }

    /// Whether a check may be opened on somebody.
    ///
    /// - Parameters:
    ///   - first: the day on which the member first asks.
    ///   - isBarred: whether one is under way, or they declined.
    ///   - isOfTeam: whether the member chosen is active.
    package func mayOpen(
        on subject: CheckSubject, first: Day, isBarred: Bool, isOfTeam: Bool, today: Day
    ) -> Refusal? {
        if !subject.name.contains(where: { $0.isLetter }) {
            return Refusal("Say of whom: an employee number or a name.", field: "name", basis: basis)
        }
        if !isOfTeam { return Refusal("Member: choose an active member.", field: "account", basis: basis) }
        if first < today || first > (today.adding(days: 366) ?? today) {
            return Refusal("First day: today or within a year.", field: "day", basis: basis)
        }
        return isBarred ? notOpened : nil
    }

    /// What comes of it: with `done` and `wanted` the member asks again after the pack's days, and `declined` ends it for good.
    package func sequel(of outcome: WellBeingCheck.Outcome, to check: WellBeingCheck, on today: Day) -> CheckSequel? {
        switch outcome {
        case .declined: .overForGood
        case .done, .wanted:
            today.adding(days: nextAfterDays.number).map { next in
                .again(WellBeingCheck(id: check.id, volunteer: check.volunteer, nextOn: next, outcome: outcome))
            }
        }
    }
}

extension PolicyPack {
    /// The first day of those on which a check may be due and not done: one that was due before has ended, with its name.
    package func firstCheckDayKept(on today: Day) -> Day? {
        today.adding(days: -retention.inquiryDays.value.number)
    }
}
