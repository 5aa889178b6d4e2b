import Program
import Sealing
import Store

extension Programmes {
    /// Takes what is due of that kind. Words that cannot be made ready are in no other's way: they stay taken until the lease runs
    /// out, and whoever is due behind them comes next.
    ///
    /// - Parameter spoiled: is told of each such word by its agency's id, and what failed.
    func takeConsignments(
        _ kind: ContactMethod.Kind, atMost limit: Int, spoiled: (String, any Error) -> Void
    ) async throws -> [Consignment] {
        let now = clock()
        guard limit > 0, try await database.read({ transaction in try transaction.isAnythingDue(kind, at: now) }) else {
            return []
        }
        do {
            return try await database.write { [keys] transaction in
                try transaction.claimOutbox(kind, limit: limit, at: now)
                    .compactMap { try transaction.makeReady($0, with: keys, at: now) }
            }
        } catch {
            return try await takeEachByItself(kind, atMost: limit, at: now, spoiled: spoiled)
        }
    }

    /// The same where one of them cannot be made ready.
    private func takeEachByItself(
        _ kind: ContactMethod.Kind, atMost limit: Int, at now: Instant, spoiled: (String, any Error) -> Void
    ) async throws -> [Consignment] {
        let claimed = try await database.write { transaction in
            try transaction.claimOutbox(kind, limit: limit, at: now)
        }
        var ready: [Consignment] = []
        for row in claimed {
            do {
                let consignment = try await database.write { [keys] transaction in
                    try transaction.makeReady(row, with: keys, at: now)
                }
                ready += [consignment].compactMap(\.self)
            } catch {
                spoiled(row.agency, error)
            }
        }
        return ready
    }

    /// Sends it, outside any transaction, and keeps what came of it. Where this is cut short the lease runs out, and it is
    /// sent again with the same idempotency key.
    func deliver(_ consignment: Consignment, by carriers: Carriers) async throws -> GatewayAnswer {
        let answer = try await carriers.carry(consignment, signedBy: keys.vapid, at: clock())
        let now = clock()
        try await database.write { transaction in try transaction.conclude(consignment, answer.carriage, at: now) }
        return answer
    }

    /// Ends the devices that take notifications by a key alone that was lost, so that their owners learn of it and other ways are
    /// used. Harmless to repeat.
    package func endDevicesOfLostKey() async throws {
        let key = pushPublicKey
        try await database.write { transaction in try transaction.endDevices(ofOtherKeyThan: key) }
    }

    /// Deletes receipts, pings and codes that are long past. Harmless to repeat.
    package func forgetOldDeliveries() async throws {
        let now = clock()
        try await database.write { transaction in
            try transaction.deleteCodes(endedBy: now)
            try transaction.deletePings(before: now.dayNumber - Ping.daysKept, after: now.dayNumber)
            try transaction.deleteAttempts(before: now.dayNumber - DeliveryOutcome.daysKept, after: now.dayNumber)
        }
    }
}

extension Transaction {
    fileprivate func conclude(_ consignment: Consignment, _ carriage: Carriage, at now: Instant) throws {
        let row = consignment.row
        try setOutcome(carriage.outcome(ofAttempt: row.attempt), of: row)
        switch carriage.conclusion(ofAttempt: row.attempt) {
        case .sent: try deleteOutbox(id: row.id)
        case .again(let seconds): try postpone(row, until: now.adding(seconds: seconds))
        case .never:
            try deleteOutbox(id: row.id)
            try hastenNext(after: row, at: now)
        }
        let trouble = carriage.trouble(after: consignment.method.trouble)
        if trouble != consignment.method.trouble {
            try setTrouble(trouble, ofContactMethod: row.method, of: row.account, agency: row.agency)
        }
    }
}
