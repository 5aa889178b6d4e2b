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
        let now = clock()
        return try await database.write { transaction in
            guard let list = try transaction.rosterList(offer.list, of: staff.agency, from: now) else { return nil }
            let swap = Swap(
                id: RandomId().text, giver: staff.account, given: offer.given, inReturn: offer.inReturn,
                status: offer.to.map { .asked(of: $0) } ?? .offered)
            if let refusal = list.mayOffer(swap, at: now) { return .failure(refusal) }
            let isOffered = list.swaps.contains {
                $0.giver == staff.account && $0.number == nil && $0.given.overlap(with: swap.given) != nil
            }
            if isOffered { return .failure(Refusal("You have offered this shift already.", field: "from")) }
            try transaction.keep(swap, on: offer.list, agency: staff.agency.id)
            if let asked = offer.to {
                try transaction.raise(
                    NewNotice(
                        kind: .swapAsked, to: .account(asked), due: offer.given.from,
                        under: staff.policy.clauses(of: offer.list), from: staff.account), in: staff.agency, at: now)
            }
            return .success(swap.id)
        }
    }

    /// Takes a shift that was offered: from now on it is the member's own, and theirs in return the giver's. Nothing where
    /// nothing of that id was offered to them.
    package func takeShift(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let found = try transaction.swap(agency: staff.agency.id, id: id),
                let list = try transaction.rosterList(found.list, of: staff.agency, from: now),
                list.mayKnow(of: found.value, account: staff.account, on: staff.today)
            else { return nil }
            let swap = found.value
            if let refusal = list.mayTake(swap, by: staff.account, at: now) { return .failure(refusal) }
            let number = try transaction.nextSwapNumber(on: found.list, agency: staff.agency.id)
            let agreed = Swap(
                id: swap.id, giver: swap.giver, given: swap.given, inReturn: swap.inReturn,
                status: .agreed(with: staff.account, number: number))
            try transaction.keep(agreed, on: found.list, agency: staff.agency.id)
            try transaction.record(
                .rosterShiftSwapped, in: staff.agency, by: staff.actor, on: swap.id,
                under: staff.policy.clauses(of: found.list), details: [swap.giver, staff.account], at: now)
            return .success(())
        }
    }

    /// Takes an own offer back, or says no to one asked of oneself; either leaves no trace. Nothing where there is no such
    /// offer.
    package func endOffer(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            guard let swap = try transaction.swap(agency: staff.agency.id, id: id)?.value else { return nil }
            let isAsked = swap.taker == staff.account
            guard swap.giver == staff.account || isAsked else { return nil }
            guard swap.number == nil else {
                return .failure(Refusal("This shift was taken. Ask for it back by a new offer."))
            }
            try transaction.deleteSwap(agency: staff.agency.id, id: id)
            return .success(())
        }
    }

    /// Goes on call in a gap of one's own accord; nothing where the member is not on that list.
    package func takeGap(
        _ stretch: Stretch, on kind: RosterList.Kind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let list = try transaction.rosterList(kind, of: staff.agency, from: now),
                list.holds(staff.account, on: staff.today)
            else { return nil }
            if let refusal = list.mayFill(stretch, by: staff.account, at: now) { return .failure(refusal) }
            let override = RosterOverride(
                id: RandomId().text, account: staff.account, instead: nil, stretch: stretch)
            try transaction.insert(override, on: kind, agency: staff.agency.id)
            try transaction.record(
                .rosterShiftTaken, in: staff.agency, by: staff.actor, on: override.id,
                under: staff.policy.clauses(of: kind), at: now)
            return .success(())
        }
    }
}

extension RosterList {
    /// Whether the member may see the offer: it is asked of them or theirs, or open and they are on the list.
    func mayKnow(of swap: Swap, account: String, on today: Day) -> Bool {
        switch swap.status {
        case .offered: swap.giver == account || holds(account, on: today)
        case .asked(let taker), .agreed(let taker, _): account == swap.giver || account == taker
        }
    }
}
