import Program

/// How one member stands, by the words of the policy and by nothing of the program: what may be done, and what comes of it.
struct MembershipReference {
    enum Standing { case outside, selected, serving }

    let pack: PolicyPack
    var standing = Standing.outside
    var isTrained = false
    var hasSigned = false
    var termEnd: Day?
    var saidYes = false
    var isPausedByThemselves = false
    var isPlaced = false
    var isTermOver = false
    var removalGround: String?
    var hasLeaderHeard = false

    init(_ pack: PolicyPack) { self.pack = pack }

    var isActive: Bool { standing == .serving && !isPausedByThemselves && !isPlaced && !isTermOver }

    /// Nobody is active without everything that the policy asks for.
    var isWhole: Bool {
        pack.membership.activation.allSatisfy { requirement in
            switch requirement.need {
            case .selectionCompleted: standing != .outside
            case .agreementSigned: hasSigned
            case .blockingCoursesCompleted, .recordedTraining: isTrained
            case .employee: true
            }
        }
    }

    mutating func select() { if standing == .outside { standing = .selected } }

    mutating func sign() -> Bool {
        guard standing != .outside, !hasSigned else { return false }
        hasSigned = true
        return true
    }

    mutating func activate(on today: Day) -> Bool {
        guard standing == .selected, isWhole else { return false }
        standing = .serving
        termEnd = pack.membership.term.map { today.later($0.months.number) }
        return true
    }

    mutating func pause() -> Bool {
        guard standing == .serving, !isPausedByThemselves else { return false }
        isPausedByThemselves = true
        return true
    }

    mutating func comeBack() -> Bool {
        guard isPausedByThemselves else { return false }
        isPausedByThemselves = false
        return true
    }

    mutating func place() -> Bool {
        guard pack.membership.inactivity.byOthers != nil, standing == .serving, !isPlaced else { return false }
        isPlaced = true
        return true
    }

    mutating func letReturn() -> Bool {
        guard isPlaced else { return false }
        isPlaced = false
        return true
    }

    mutating func sayYes(on today: Day) -> Bool {
        guard let term = pack.membership.term, let end = termEnd, !saidYes, standing == .serving,
            let from = end.adding(days: -term.reminderDays.number), from <= today
        else { return false }
        saidYes = true
        return true
    }

    mutating func renew(on today: Day) -> Bool {
        guard let term = pack.membership.term, let end = termEnd, saidYes else { return false }
        termEnd = max(end, today).later(term.months.number)
        (saidYes, isTermOver) = (false, false)
        return true
    }

    mutating func leave() -> Bool {
        guard standing != .outside else { return false }
        end()
        return true
    }

    /// Whether a removal may be begun; where nobody else's word is needed it is done.
    mutating func remove(_ ground: String?) -> Bool {
        let rules = pack.membership.removal
        guard standing != .outside, removalGround == nil, rules.grounds.isEmpty || ground != nil else { return false }
        switch rules.procedure {
        case .atWill, .decision: end()
        case .approved, .ballot: removalGround = ground ?? ""
        }
        return true
    }

    /// The last word on a removal: everybody who is to be heard was, or it is a no.
    mutating func decide(_ isRemoved: Bool) -> Bool {
        guard removalGround != nil else { return false }
        if isRemoved, pack.membership.removal.consultation != nil, !hasLeaderHeard { return false }
        if isRemoved { end() } else { (removalGround, hasLeaderHeard) = (nil, false) }
        return true
    }

    mutating func timeGoesOn(to today: Day) {
        if standing == .serving, let end = termEnd, end <= today { isTermOver = true }
    }

    private mutating func end() {
        let (trained, signed) = (isTrained, hasSigned)
        self = MembershipReference(pack)
        (isTrained, hasSigned) = (trained, signed)
    }
}

extension Day {
    /// The same day so many months later, or the month's last.
    fileprivate func later(_ months: Int) -> Day {
        let month = self.month.adding(months)
        return Day(month: month, number: min(number, month.numberOfDays)) ?? self
    }
}
