import Program
import Sealing
import Store

/// A shift to be given away, as its owner asks it.
package struct ShiftOffer: Sendable, Equatable {
    package let list: RosterList.Kind
    package let given: Stretch
    /// Whom it is offered to; to whoever on the list takes it, where nobody is named.
    package let to: String?
    /// The shift of theirs that is taken over in return.
    package let inReturn: Stretch?

    package init(list: RosterList.Kind, given: Stretch, to: String?, inReturn: Stretch?) {
        self.list = list
        self.given = given
        self.to = to
        self.inReturn = inReturn
    }
}

// What members do about each other's shifts.
extension Programmes {
    /// Offers an own shift to a colleague, or to everyone on the list. Whoever is asked by name is told. It stays one's own
    /// until somebody takes it; nothing where the pack has no such list.
    package func offerShift(_ offer: ShiftOffer, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            guard let list = try doing.rosterList(offer.list) else { return .nothing }
            let swap = Swap(
                id: RandomId().text, giver: doing.staff.account, given: offer.given, inReturn: offer.inReturn,
                status: offer.to.map { .asked(of: $0) } ?? .offered)
            if let refusal = list.mayOffer(swap, at: doing.now) { return .refused(refusal) }
            try doing.transaction.keep(swap, on: offer.list, agency: doing.agency.id)
            if let notice = swap.notice(on: offer.list, under: doing.policy) {
                try doing.transaction.raise(notice, in: doing.agency, at: doing.now)
            }
            return .done(swap.id, .freely)
        }
    }

    /// Takes a shift that was offered: from now on it is the member's own, and theirs in return the giver's. Nothing where
    /// nothing of that id was offered to them.
    package func takeShift(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency.id, doing.staff.account)
            guard let found = try transaction.swap(agency: agency, id: id),
                let list = try doing.rosterList(found.list)
            else { return .nothing }
            let number = try transaction.nextSwapNumber(on: found.list, agency: agency)
            switch list.taking(found.value, by: account, numbered: number, at: doing.now) {
            case nil: return .nothing
            case .failure(let refusal): return .refused(refusal)
            case .success(let agreed):
                try transaction.keep(agreed, on: found.list, agency: agency)
                return .done(
                    .entry(
                        .rosterShiftSwapped, on: id, under: doing.policy.clauses(of: found.list),
                        details: [agreed.giver, account]))
            }
        }
    }

    /// Takes an own offer back, or says no to one asked of oneself; either leaves no trace. Nothing where there is no such
    /// offer.
    package func endOffer(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            switch try doing.transaction.swap(agency: doing.agency.id, id: id)?.value
                .ending(by: doing.staff.account)
            {
            case nil: return .nothing
            case .failure(let refusal): return .refused(refusal)
            case .success:
                try doing.transaction.deleteSwap(agency: doing.agency.id, id: id)
                return .done(.freely)
            }
        }
    }

    /// Goes on call in a gap of one's own accord; nothing where the member is not on that list.
    package func takeGap(
        _ stretch: Stretch, on kind: RosterList.Kind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let account = doing.staff.account
            guard let list = try doing.rosterList(kind), list.holds(account, on: doing.staff.today) else {
                return .nothing
            }
            if let refusal = list.mayFill(stretch, by: account, at: doing.now) { return .refused(refusal) }
            let override = RosterOverride(id: RandomId().text, account: account, instead: nil, stretch: stretch)
            try doing.transaction.insert(override, on: kind, agency: doing.agency.id)
            return .done(.entry(.rosterShiftTaken, on: override.id, under: doing.policy.clauses(of: kind)))
        }
    }
}
