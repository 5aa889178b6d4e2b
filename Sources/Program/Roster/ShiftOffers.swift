/// What members do about each other's shifts: one is offered, then taken or ended.
extension RosterList {
    /// What keeps a member from offering that shift, or from asking for one in return, if anything.
    package func mayOffer(_ swap: Swap, at now: Instant) -> Refusal? {
        if let refusal = mayPlan(swap.given, at: now) { return refusal }
        if !isOnCall(swap.giver, throughout: swap.given) {
            return Refusal("From and until: a time in which you are on call.", field: "from")
        }
        if let refusal = mayAsk(for: swap, at: now) { return refusal }
        let isOffered = swaps.contains {
            $0.giver == swap.giver && $0.number == nil && $0.given.overlap(with: swap.given) != nil
        }
        return isOffered ? Refusal("You have offered this shift already.", field: "from") : nil
    }

    private func mayAsk(for swap: Swap, at now: Instant) -> Refusal? {
        guard let taker = swap.taker else {
            return swap.inReturn == nil ? nil : Refusal("Choose whose shift you take in return.", field: "to")
        }
        if taker == swap.giver { return Refusal("To: somebody else.", field: "to") }
        if !willHold(taker, throughout: swap.given) {
            return Refusal("To: somebody who holds the role of this list then.", field: "to")
        }
        guard let inReturn = swap.inReturn else { return nil }
        if inReturn.from < now || !isOnCall(taker, throughout: inReturn) {
            return Refusal("In return: a coming shift of whoever you offer yours to.", field: "inReturn")
        }
        return nil
    }

    /// The offer as that member takes it; nothing where they may not know of it.
    ///
    /// - Parameter number: of the next agreement on the list.
    package func taking(
        _ swap: Swap, by account: String, numbered number: Int, at now: Instant
    ) -> Result<Swap, Refusal>? {
        guard mayKnow(of: swap, account: account, at: now) else { return nil }
        if let refusal = mayTake(swap, by: account, at: now) { return .failure(refusal) }
        return .success(
            Swap(
                id: swap.id, giver: swap.giver, given: swap.given, inReturn: swap.inReturn,
                status: .agreed(with: account, number: number)))
    }

    /// Whether that member may take what was offered, as things stand now.
    package func mayTake(_ swap: Swap, by account: String, at now: Instant) -> Refusal? {
        if swap.number != nil { return Refusal("Somebody else was a little faster. This shift is taken.") }
        let isForThem = swap.taker.map { $0 == account } ?? true
        if !isForThem || account == swap.giver || !willHold(account, throughout: swap.given) {
            return Refusal("This shift cannot be taken by you.")
        }
        if now >= swap.given.until { return Refusal("This shift is over.") }
        if !isOnCall(swap.giver, throughout: swap.given) {
            return Refusal("The list has changed since: this shift is no longer theirs to give.")
        }
        if let inReturn = swap.inReturn, now >= inReturn.from || !isOnCall(account, throughout: inReturn) {
            return Refusal("The list has changed since: the shift in return is no longer yours to give.")
        }
        return nil
    }

    /// Whether the member may see the offer: it is asked of them or theirs, or open and they are on the list.
    private func mayKnow(of swap: Swap, account: String, at now: Instant) -> Bool {
        switch swap.status {
        case .offered: swap.giver == account || calendar.day(at: now).map { holds(account, on: $0) } ?? false
        case .asked(let taker), .agreed(let taker, _): account == swap.giver || account == taker
        }
    }

    /// Whether that member may go on call in a gap of their own accord.
    package func mayFill(_ stretch: Stretch, by account: String, at now: Instant) -> Refusal? {
        if let refusal = mayPlan(stretch, at: now) { return refusal }
        if !willHold(account, throughout: stretch) { return Refusal("This shift cannot be taken by you.") }
        if gaps(from: max(now, stretch.from), until: stretch.until).isEmpty {
            return Refusal("Somebody is on call there already.", field: "from")
        }
        return nil
    }
}

extension Swap {
    /// Whether somebody may still take it: nobody has, and the shift is not over.
    package func isOpen(at now: Instant) -> Bool { number == nil && given.until > now }

    /// Tells whoever is asked by name, who has until the shift begins to answer; nothing where it is open to everybody.
    package func notice(on list: RosterList.Kind, under policy: PolicyPack) -> NewNotice? {
        switch status {
        case .asked(let asked):
            NewNotice(
                kind: .swapAsked, to: .account(asked), due: given.from, under: policy.clauses(of: list), from: giver)
        case .offered, .agreed: nil
        }
    }

    /// What keeps that member from taking the offer back, or from saying no to one asked of them. Nothing where it is neither
    /// theirs nor asked of them.
    package func ending(by account: String) -> Result<Void, Refusal>? {
        guard giver == account || taker == account else { return nil }
        guard number == nil else {
            return .failure(Refusal("This shift was taken. Ask for it back by a new offer."))
        }
        return .success(())
    }
}
