import Program
import Sealing
import Store

extension Programmes {
    /// Begins a call-out and pages the first who can be reached. Nobody is asked for whom or why.
    ///
    /// - Returns: the call-out's id.
    package func beginCallOut(by staff: Staff) async throws -> Result<String, Refusal> {
        try await act(by: staff, .holding(.callOut)) { doing in
            let id = RandomId().text
            try doing.transaction.insertCallOut(
                id: id, agency: doing.agency.id, begunBy: doing.staff.account, on: doing.staff.today)
            let first = try candidates(for: id, besides: [], doing.agency, doing.now, doing.transaction).first
            let paged = try first.flatMap { try doing.page($0.account, in: id, after: []) }
            return .done(id, .entries([doing.entry(.callOutBegun, id)] + (paged.map { [$0] } ?? [])))
        }.whileAllowed()
    }

    /// Pages the next in order. A tap that comes twice pages one: `seen` is how many were paged when the desk looked.
    ///
    /// - Returns: nothing where there is no such call-out.
    package func pageNext(in id: String, after seen: Int, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.callOut)) { doing in
            guard let row = try doing.transaction.callOut(agency: doing.agency.id, id: id) else { return .nothing }
            if let refusal = doing.policy.mayPage(finishedOn: row.finishedOn) { return .refused(refusal) }
            let pages = try doing.transaction.callOutPages(agency: doing.agency.id, of: [id])
            guard pages.count == seen else { return .done(.silent(.unchanged)) }
            let candidates = try candidates(for: id, besides: pages, doing.agency, doing.now, doing.transaction)
            switch doing.policy.nextToPage(of: candidates) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let next): return .done(try doing.paging(next.account, in: id, after: pages))
            }
        }
    }

    /// Pages somebody out of order. Nothing where there is no such call-out or they are not among those who can be reached.
    package func page(_ account: String, in id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.callOut)) { doing in
            guard let row = try doing.transaction.callOut(agency: doing.agency.id, id: id) else { return .nothing }
            let pages = try doing.transaction.callOutPages(agency: doing.agency.id, of: [id])
            if pages.contains(where: { $0.account == account }) { return .done(.silent(.unchanged)) }
            if let refusal = doing.policy.mayPage(finishedOn: row.finishedOn) { return .refused(refusal) }
            let candidates = try candidates(for: id, besides: pages, doing.agency, doing.now, doing.transaction)
            guard candidates.contains(where: { $0.account == account }) else { return .nothing }
            return .done(try doing.paging(account, in: id, after: pages))
        }
    }

    /// The desk is done with it. Nobody is asked how it ended. Nothing where there is no such call-out.
    package func finishCallOut(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.callOut)) { doing in
            let agency = doing.agency.id
            guard let row = try doing.transaction.callOut(agency: agency, id: id) else { return .nothing }
            guard row.finishedOn == nil,
                try doing.transaction.finishCallOut(
                    id, agency: agency, on: doing.staff.today, keepingUnanswered: doing.policy.keepsUnansweredPages)
            else { return .done(.silent(.unchanged)) }
            try doing.transaction.settled(ping: CallOutRow.ping(id), in: doing.agency)
            return .done(.entries([doing.entry(.callOutFinished, id)]))
        }
    }
}

extension Doing {
    /// What the chain keeps of the desk's act: which call-out and, hashed, who was paged. Never for whom, and never why.
    fileprivate func entry(_ kind: AuditKind, _ id: String, details: [String] = []) -> Trace.Entry {
        Trace.Entry(kind: kind, subject: id, clauses: policy.callOutClauses, details: details)
    }

    fileprivate func paging(_ account: String, in id: String, after pages: [CallOutPageRow]) throws -> Trace {
        try page(account, in: id, after: pages).map { .entries([$0]) } ?? .silent(.unchanged)
    }

    /// Nothing where they were paged before.
    fileprivate func page(_ account: String, in id: String, after pages: [CallOutPageRow]) throws -> Trace.Entry? {
        guard
            try transaction.insertPage(of: account, callOut: id, agency: agency.id, place: pages.count + 1, at: now)
        else { return nil }
        try transaction.ping([account], .urgent, key: CallOutRow.ping(id), in: agency, at: now)
        return entry(.callOutPaged, id, details: [account])
    }
}

extension CallOutRow {
    /// What the pages of one call-out are known by to delivery.
    static func ping(_ callOut: String) -> String { "call-out \(callOut)" }
}
