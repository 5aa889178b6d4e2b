/// What a paged supporter said. Nobody asks why, and there is nowhere to say it.
package enum CallOutAnswer: String, Sendable, CaseIterable {
    /// They call in.
    case accepted
    case cannot
}

/// Why somebody stands where they stand in the order of a call-out.
package enum CallOutStanding: String, Sendable, CaseIterable {
    /// On the call-out list now.
    case onCall
    /// Not on the list now, but at work or in hours of their own.
    case available
    /// Neither, where the pack has supporters respond at any hour.
    case offDuty
    /// Whoever the programme turns to where no supporter can be reached.
    case lastResort
}

/// Somebody whom the desk may page next.
package struct CallOutCandidate: Sendable, Equatable {
    package let account: String
    package let standing: CallOutStanding
    /// Whether they are paged, or have said they call in, for another caller just now.
    package let isCalledElsewhere: Bool

    package init(account: String, standing: CallOutStanding, isCalledElsewhere: Bool) {
        self.account = account
        self.standing = standing
        self.isCalledElsewhere = isCalledElsewhere
    }
}

/// Whom a desk pages, and in which order (PD-B.1.b, SAC-II.D.3.h).
package struct CallOutOrder: Sendable {
    /// Who is on the call-out list now, in its order.
    package var onCall: [String]
    /// Who else can be reached by hours of their own.
    package var available: [String]
    /// Everybody else who responds at any hour.
    package var offDuty: [String]
    /// Whoever comes last, where the pack names them.
    package var lastResort: [String]
    package var calledElsewhere: Set<String>

    package init(
        onCall: [String], available: [String], offDuty: [String], lastResort: [String], calledElsewhere: Set<String>
    ) {
        self.onCall = onCall
        self.available = available
        self.offDuty = offDuty
        self.lastResort = lastResort
        self.calledElsewhere = calledElsewhere
    }

    /// Everybody who may still be paged, the next one first. Whoever answers another caller comes after those who do not;
    /// the last resort stays last.
    package func candidates(besides paged: Set<String>) -> [CallOutCandidate] {
        var seen = paged
        func fresh(_ accounts: [String], _ standing: CallOutStanding) -> [CallOutCandidate] {
            accounts.filter { seen.insert($0).inserted }.map {
                CallOutCandidate(
                    account: $0, standing: standing, isCalledElsewhere: calledElsewhere.contains($0))
            }
        }
        let supporters = fresh(onCall, .onCall) + fresh(available, .available) + fresh(offDuty, .offDuty)
        return supporters.filter { !$0.isCalledElsewhere } + supporters.filter(\.isCalledElsewhere)
            + fresh(lastResort, .lastResort)
    }
}
