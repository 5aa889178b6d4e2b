import Program
import Sealing
import Store

// What Program decided of a request is carried out here, and nothing is decided.
extension Programmes {
    /// Carries out what an act made of a request, and tells whom the pack has told of it. False where somebody else took it
    /// first; then nothing was done.
    @discardableResult
    func carryOut(
        _ outcome: RequestOutcome, on request: OpenedRequest, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Bool {
        guard try carryOut(outcome.change, on: request, in: agency, at: now, transaction) else { return false }
        for notice in outcome.notices { try transaction.raise(notice, in: agency, at: now) }
        try raise(outcome.duties, untilTaken: request.row.id, in: agency, at: now, transaction)
        return true
    }

    /// Raises the duty to find somebody for a request that waits; it is taken back once somebody has it.
    func raise(
        _ duties: [NewNotice], untilTaken request: String, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        guard !duties.isEmpty, let offering = try transaction.request(id: request)?.standing.offering else { return }
        for duty in duties { try transaction.raise(duty.naming(offering), in: agency, at: now) }
    }

    /// The same for an act of which nobody is told.
    @discardableResult
    func carryOut(
        _ change: RequestChange, on request: OpenedRequest, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Bool {
        let routes = transaction.requestRoutes
        let id = request.row.id
        switch change {
        case .noted(let record): try transaction.keep(record, ifChangedOf: request)
        case .touched(let record):
            try transaction.keep(record, ifChangedOf: request)
            if let supporter = request.standing.supporter {
                try count(request.record.response(at: now), by: supporter, in: agency, at: now, transaction)
            }
            if case .accepted(let supporter, .some) = request.standing {
                _ = try routes.move(
                    id, from: request.standing, to: .accepted(supporter: supporter, firstContactDue: nil))
                try routes.deleteReserves(of: id)
            }
        case .taken(let record, let account, let due):
            guard try routes.take(id, account: account, firstContactDue: due) else { return false }
            try reserveOthers(of: request, besides: account, in: agency, transaction)
            try transaction.keep(record, of: request)
            try transaction.settle(offering: request.standing.offering, in: agency)
            try answeredAsking(by: account, in: agency, at: now, transaction)
        case .passed(let record, let account):
            try transaction.keep(record, of: request)
            try routes.deleteCopy(of: account, request: id)
            if let offering = request.standing.offering {
                try transaction.answered(ping: offerPing(offering), by: account, in: agency)
            }
            try hasten(request.row, in: agency, at: now, transaction)
            try answeredAsking(by: account, in: agency, at: now, transaction)
        case .putLast(let record, let account):
            try transaction.keep(record, of: request)
            try routes.setWave(.chain, of: [account], request: id)
            try hasten(request.row, in: agency, at: now, transaction)
            try answeredAsking(by: account, in: agency, at: now, transaction)
        case .offered(let record, let wanted):
            try offerAgain(request, record, wanted: wanted, in: agency, at: now, transaction)
        case .closed(let record, let destroyed):
            try transaction.settle(offering: request.standing.offering, in: agency)
            try takeBack(id, transaction)
            try transaction.keep(record, of: request)
            if request.life.forgetsWordsAtItsEnd { try transaction.forgetWords(of: request) }
            _ = try routes.move(id, from: request.standing, to: .closed(destroyed: destroyed))
        }
        return true
    }

    /// Seals the key to all who may be offered the request now, and to nobody else but the seeker, and asks the first.
    private func offerAgain(
        _ request: OpenedRequest, _ record: RequestRecord, wanted: [String], in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        let around = try askingAround(for: request.row.pack, in: agency, at: now, transaction)
        let team = try transaction.requestTeam(
            of: around.policy, agency: agency.id, on: try agency.day(at: now), vouchedWith: keys.vouching)
        let waves = team.waves(under: around.policy, wanted: wanted, record: record)
        let tied = try barred(by: request.card.incident, in: agency, transaction)
        try transaction.settle(offering: request.standing.offering, in: agency)
        try takeBack(request.row.id, transaction)
        try transaction.requestRoutes.insert(
            try team.copies(of: request.key, request: request.id, waves: waves, besides: tied, with: keys),
            request: request.row.id, agency: agency.id)
        try transaction.keep(record, of: request)
        if request.standing.status == .closed {
            // Opened again, it is a request of this hour.
            let hours = around.asking.isBusinessHours
            for notice in agency.policy.escalation.noticesOfRequest(isBusinessHours: hours) {
                try transaction.raise(notice, in: agency, at: now)
            }
        }
        try transaction.askAround(
            for: request.row.id, from: nil, seen: request.standing, waves: waves, offering: RandomId().text, around)
    }

    /// Deletes every copy but the supporter's, and keeps the others' under the server's key.
    private func reserveOthers(
        of request: OpenedRequest, besides supporter: String, in agency: Agency, _ transaction: any Transaction
    ) throws {
        let routes = transaction.requestRoutes
        let reserves = try routes.copies(of: request.row.id).compactMap { copy -> ReservedCopy? in
            guard copy.account != supporter, let wave = copy.wave else { return nil }
            let locked = try keys.lock(copy.sealed, request: request.id, holder: copy.account)
            return ReservedCopy(account: copy.account, locked: locked, wave: wave)
        }
        try routes.keepCopy(of: supporter, alone: request.row.id)
        try routes.insert(reserves, request: request.row.id, agency: agency.id)
    }

    /// Takes the request from everybody but its seeker: whoever it was can do nothing more with it, nor can their supervisor.
    private func takeBack(_ request: String, _ transaction: any Transaction) throws {
        try transaction.requestRoutes.takeBack(request)
        try transaction.deleteSupervisorCode(mark: keys.supervisorCodeMark(of: request))
    }

    private func hasten(_ row: RequestRow, in agency: Agency, at now: Instant, _ transaction: any Transaction) throws {
        let around = try askingAround(for: row.pack, in: agency, at: now, transaction)
        let routing = try transaction.requestRoutes.routing(of: row)
        _ = try carryOut(routing.hastened(asking: around.asking), routing, of: row, around, transaction)
    }
}

// What becomes of a request without anybody who can open it.
extension Programmes {
    /// False where it no longer stands where it was seen to, or nothing is due; then nothing was done.
    func carryOut(
        _ step: RoutingStep, _ routing: RequestRouting, of row: RequestRow, _ around: AskingAround,
        _ transaction: any Transaction
    ) throws -> Bool {
        let routes = transaction.requestRoutes
        switch step {
        case .stays: return false
        case .goesOn(let stage):
            return try transaction.askAround(
                for: row.id, from: stage, seen: row.standing, waves: routing.waves,
                offering: row.standing.offering ?? RandomId().text, around)
        case .offersReserves:
            let copies = try unlockedReserves(of: row, transaction)
            try takeBack(row.id, transaction)
            try routes.insert(copies, request: row.id, agency: around.agency.id)
            return try transaction.askAround(
                for: row.id,
                from: around.policy.escalation.beforeReserves(isBusinessHours: around.asking.isBusinessHours),
                seen: row.standing, waves: copies.waves, offering: RandomId().text, around)
        case .waits(let supporter, let due):
            let next = RequestStanding.accepted(supporter: supporter, firstContactDue: due)
            guard try routes.move(row.id, from: row.standing, to: next) else { return false }
            try transaction.ping(
                [supporter], .urgent, key: "first contact \(RandomId().text)", in: around.agency,
                at: around.now)
            return true
        case .isAlone(let former):
            try takeBack(row.id, transaction)
            return try routes.move(
                row.id, from: row.standing, to: .accepted(supporter: former, firstContactDue: nil))
        }
    }

    private func unlockedReserves(of row: RequestRow, _ transaction: any Transaction) throws -> [RequestCopy] {
        guard let id = RandomId(text: row.id) else { return [] }
        return try transaction.requestRoutes.reserves(of: row.id).map { reserve in
            RequestCopy(
                account: reserve.account,
                sealed: try keys.unlock(reserve.locked, request: id, holder: reserve.account), wave: reserve.wave)
        }
    }
}

extension Transaction {
    /// Keeps the running facts of a request, where they are others now.
    fileprivate func keep(_ record: RequestRecord, ifChangedOf request: OpenedRequest) throws {
        if record != request.record { try keep(record, of: request) }
    }

    /// Destroys the name and whatever else was written, before the rest of the request is.
    fileprivate func forgetWords(of request: OpenedRequest) throws {
        try setWords(try request.key.seal(SeekerWords.none, as: .words, request: request.id), of: request.row.id)
    }

    fileprivate func keep(_ record: RequestRecord, of request: OpenedRequest) throws {
        try setRecord(try request.key.seal(record, as: .course, request: request.id), of: request.row.id)
    }
}
