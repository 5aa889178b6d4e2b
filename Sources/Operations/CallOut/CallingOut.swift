import Program
import Sealing
import Store

extension Programmes {
    /// Begins a call-out and pages the first who can be reached; after hours only with a yes, where the pack has one asked for
    /// (OCP-I.C.2.c). Whoever is to tell of it is told (OCP-I.C.2.b). Nobody is asked for whom or why.
    ///
    /// - Returns: the call-out's id.
    package func beginCallOut(by staff: Staff) async throws -> Result<String, Refusal> {
        try await act(by: staff, .holding(.callOut)) { doing in
            let id = RandomId().text
            try doing.transaction.insertCallOut(
                id: id, agency: doing.agency.id, begunBy: doing.staff.account, on: doing.staff.today)
            for notice in doing.policy.escalation.noticesOfRequest(
                isBusinessHours: doing.agency.isBusinessHours(at: doing.now))
            { try doing.transaction.raise(notice, in: doing.agency, at: doing.now) }
            let begun = Trace.Entry.ofDesk(.callOutBegun, id, under: doing.policy)
            guard case .isFree = try doing.paging(in: id) else { return .done(id, .entries([begun])) }
            let first = try candidates(for: id, besides: [], doing.agency, doing.now, doing.transaction).first
            let paged = try first.flatMap { try page($0.account, in: id, after: [], doing) }
            return .done(id, .entries([begun] + (paged.map { [$0] } ?? [])))
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
            if let waiting = try waiting(for: id, doing) { return waiting }
            let candidates = try candidates(for: id, besides: pages, doing.agency, doing.now, doing.transaction)
            switch doing.policy.nextToPage(of: candidates) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let next): return .done(try paging(next.account, in: id, after: pages, doing))
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
            if let waiting = try waiting(for: id, doing) { return waiting }
            return .done(try paging(account, in: id, after: pages, doing))
        }
    }

    /// The desk is done with it. Nobody is asked how it ended. Nothing where there is no such call-out.
    package func finishCallOut(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.callOut)) { doing in
            let agency = doing.agency.id
            guard let row = try doing.transaction.callOut(agency: agency, id: id) else { return .nothing }
            let activation = try doing.transaction.activation(of: id, agency: agency)
            guard row.finishedOn == nil,
                try doing.transaction.finishCallOut(
                    id, agency: agency, on: doing.staff.today, keepingUnanswered: doing.policy.keepsUnansweredPages)
            else { return .done(.silent(.unchanged)) }
            try doing.transaction.settled(ping: CallOutRow.ping(id), in: doing.agency)
            if let activation { try doing.transaction.withdrawNotices(about: activation.id, in: doing.agency) }
            return .done(.entries([.ofDesk(.callOutFinished, id, under: doing.policy)]))
        }
    }
}

extension Trace.Entry {
    /// What the chain keeps of the desk's act: which call-out and, hashed, who was paged. Never for whom, and never why.
    static func ofDesk(_ kind: AuditKind, _ id: String, under policy: PolicyPack, details: [String] = []) -> Trace.Entry
    {
        Trace.Entry(kind: kind, subject: id, clauses: policy.callOutClauses, details: details)
    }
}

extension Programmes {
    /// What comes of paging where a yes is needed first; nothing where the desk is free.
    private func waiting(for id: String, _ doing: Doing) throws -> Deed<Void>? {
        switch try doing.paging(in: id) {
        case .isFree: nil
        // That it is asked for stands in the notice.
        case .asked: .done(.silent(.notice))
        case .waits(let role): .refused(doing.policy.waitsForYes(of: role))
        }
    }

    private func paging(
        _ account: String, in id: String, after pages: [CallOutPageRow], _ doing: Doing
    ) throws -> Trace {
        try page(account, in: id, after: pages, doing).map { .entries([$0]) } ?? .silent(.unchanged)
    }

    private func page(
        _ account: String, in id: String, after pages: [CallOutPageRow], _ doing: Doing
    ) throws -> Trace.Entry? {
        try page(account, in: id, after: pages, of: doing.agency, at: doing.now, doing.transaction)
    }

    /// Nothing where they were paged before.
    func page(
        _ account: String, in id: String, after pages: [CallOutPageRow], of agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Trace.Entry? {
        guard
            try transaction.insertPage(of: account, callOut: id, agency: agency.id, place: pages.count + 1, at: now)
        else { return nil }
        try giveNumber(of: id, to: account, in: agency, transaction)
        try transaction.ping([account], .urgent, key: CallOutRow.ping(id), in: agency, at: now)
        return .ofDesk(.callOutPaged, id, under: agency.policy, details: [account])
    }
}

extension CallOutRow {
    /// What the pages of one call-out are known by to delivery.
    static func ping(_ callOut: String) -> String { "call-out \(callOut)" }
}
