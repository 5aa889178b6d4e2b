import Program
import Sealing
import Store

extension Programmes {
    /// Begins a call-out and pages the first who can be reached. Nobody is asked for whom or why.
    ///
    /// - Returns: the call-out's id.
    package func beginCallOut(by staff: Staff) async throws -> String {
        let now = clock()
        return try await database.write { transaction in
            let id = RandomId().text
            try transaction.insertCallOut(id: id, agency: staff.agency.id, begunBy: staff.account, on: staff.today)
            try transaction.recordCallOut(.callOutBegun, id, by: staff, at: now)
            if let first = try candidates(for: id, besides: [], staff.agency, now, transaction).first {
                try page(first.account, in: id, after: [], by: staff, at: now, transaction)
            }
            return id
        }
    }

    /// Pages the next in order. A tap that comes twice pages one: `seen` is how many were paged when the desk looked.
    ///
    /// - Returns: nothing where there is no such call-out.
    package func pageNext(in id: String, after seen: Int, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.callOut(agency: staff.agency.id, id: id) else { return nil }
            if let refusal = staff.policy.mayPage(finishedOn: row.finishedOn) { return .failure(refusal) }
            let pages = try transaction.callOutPages(agency: staff.agency.id, of: [id])
            guard pages.count == seen else { return .success(()) }
            let candidates = try candidates(for: id, besides: pages, staff.agency, now, transaction)
            switch staff.policy.nextToPage(of: candidates) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let next):
                try page(next.account, in: id, after: pages, by: staff, at: now, transaction)
                return .success(())
            }
        }
    }

    /// Pages somebody out of order. Nothing where there is no such call-out or they are not among those who can be reached.
    package func page(_ account: String, in id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.callOut(agency: staff.agency.id, id: id) else { return nil }
            let pages = try transaction.callOutPages(agency: staff.agency.id, of: [id])
            if pages.contains(where: { $0.account == account }) { return .success(()) }
            if let refusal = staff.policy.mayPage(finishedOn: row.finishedOn) { return .failure(refusal) }
            guard
                try candidates(for: id, besides: pages, staff.agency, now, transaction).contains(where: {
                    $0.account == account
                })
            else { return nil }
            try page(account, in: id, after: pages, by: staff, at: now, transaction)
            return .success(())
        }
    }

    /// The desk is done with it. Nobody is asked how it ended. Nothing where there is no such call-out.
    package func finishCallOut(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.callOut(agency: staff.agency.id, id: id) else { return nil }
            guard row.finishedOn == nil else { return .success(()) }
            if try transaction.finishCallOut(
                id, agency: staff.agency.id, on: staff.today, keepingUnanswered: staff.policy.keepsUnansweredPages)
            {
                try transaction.recordCallOut(.callOutFinished, id, by: staff, at: now)
                try transaction.settled(ping: CallOutRow.ping(id), agency: staff.agency.id)
            }
            return .success(())
        }
    }

    private func page(
        _ account: String, in id: String, after pages: [CallOutPageRow], by staff: Staff, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        guard
            try transaction.insertPage(
                of: account, callOut: id, agency: staff.agency.id, place: pages.count + 1, at: now)
        else { return }
        try transaction.recordCallOut(.callOutPaged, id, by: staff, details: [account], at: now)
        try transaction.ping([account], .urgent, key: CallOutRow.ping(id), agency: staff.agency.id, at: now)
    }
}

extension CallOutRow {
    /// What the pages of one call-out are known by to delivery.
    static func ping(_ callOut: String) -> String { "call-out \(callOut)" }
}

extension Transaction {
    /// Keeps the desk's act in the chain: which call-out and, hashed, who was paged. Never for whom, and never why.
    fileprivate func recordCallOut(
        _ act: AuditKind, _ id: String, by staff: Staff, details: [String] = [], at now: Instant
    ) throws {
        try record(
            act, in: staff.agency, by: staff.actor, on: id, under: staff.policy.callOutClauses, details: details,
            at: now)
    }
}
