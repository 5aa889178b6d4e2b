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

    /// The order of one call-out, by the pack and by who can be called at the moment. On leave nobody is paged. Off duty, whoever
    /// opened no hours is paged only where the pack has supporters respond at any hour (KSO-J.1); among them the lot falls anew for
    /// each call-out, so that nobody always stands first.
    ///
    /// - Parameters:
    ///   - supporters: the team today.
    ///   - lastResort: whoever holds today the role that a call-out ends at.
    package init(
        of callOut: String, under policy: PolicyPack, availability: Availability, supporters: [String],
        lastResort: [String], calledElsewhere: Set<String>
    ) {
        func present(_ accounts: [String]) -> [String] { accounts.filter { !availability.isOnLeave($0) } }
        self.init(
            onCall: availability.onCall(.supporters), available: availability.order,
            offDuty: policy.respondsAtAnyHour
                ? fairOrder(onCall: [], others: present(supporters), openRequests: [:], request: callOut) : [],
            lastResort: policy.callOutEndsAt.map { availability.reachable(.role($0)) + present(lastResort) } ?? [],
            calledElsewhere: calledElsewhere)
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
