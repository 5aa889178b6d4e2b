/// A member asks how a colleague is who is off work through illness or an injury on duty (OCP-I.B.5). There is no field for what
/// was said: what comes of it is one of three words, which the member alone reads.
package struct WellBeingCheck: Sendable, Equatable {
    package let id: String
    /// The account of the one member who asks.
    package let member: String
    /// The day on which they first ask, as whoever assigned it said.
    package let firstOn: Day
    package let status: Status

    package init(id: String, member: String, firstOn: Day, status: Status) {
        self.id = id
        self.member = member
        self.firstOn = firstOn
        self.status = status
    }

    package enum Status: Sendable, Equatable {
        /// The member asks on that day; and what came of it last, which is never `declined`, for that ends it.
        case asking(next: Day, last: Outcome?)
        /// Nobody asks any more, for its person declined: this check, or one before it. To whoever assigned it, it looks as any other.
        case over
    }

    /// All that is ever kept of a check.
    package enum Outcome: String, Sendable, CaseIterable {
        case done
        /// For good: nobody asks them again.
        case declined
        /// Support is wanted, and given as any support is.
        case wanted
    }
}

/// A check as the member who asks has it.
package struct OwnCheck: Sendable, Equatable {
    package let id: String
    package let nextOn: Day
    /// What came of it last; nothing before the first time.
    package let outcome: WellBeingCheck.Outcome?
    /// Whether its day has come.
    package let isDue: Bool
}

/// A check as whoever assigns it has it: who asks, from when, and until when at most. It is made of what they said themselves, so there is no
/// place for what its person answered, whether they were asked, or when they are next.
package struct AssignedCheck: Sendable, Equatable {
    package let id: String
    /// The account of the member who asks.
    package let member: String
    package let firstOn: Day
    /// The last day on which it stands in the list.
    package let lastOn: Day
}

extension WellBeingCheck {
    /// For the member, as long as they ask.
    package func own(on today: Day) -> OwnCheck? {
        switch status {
        case .asking(let next, let last): OwnCheck(id: id, nextOn: next, outcome: last, isDue: next <= today)
        case .over: nil
        }
    }

    /// For whoever assigns: the same whatever came of it.
    package var assigned: AssignedCheck {
        AssignedCheck(id: id, member: member, firstOn: firstOn, lastOn: lastOn)
    }

    /// The last day of a check, whatever came of it and whether or not anybody asked: to end sooner where somebody declined would tell it.
    package var lastOn: Day { firstOn.adding(days: WellBeingCheckRule.longestDays) ?? firstOn }
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

    /// Whether it is somebody themself, as far as one can know: by the directory, or by a typed name that is theirs.
    ///
    /// - Parameters:
    ///   - person: whom the directory has for them.
    ///   - name: what they are called on the team.
    package func isSomebody(person: String?, name: String) -> Bool {
        switch self {
        case .person(let id, _): id == person
        case .typed(let typed): Self.plain(typed) == Self.plain(name)
        }
    }

    /// The words of a name in small letters and in order of the alphabet, so that `Vale, Ana` is `ana  vale`.
    private static func plain(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).sorted().joined(separator: " ")
    }
}
