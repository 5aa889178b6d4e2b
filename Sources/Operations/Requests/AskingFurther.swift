import Program
import Sealing
import Store

// Finding somebody for a request whose supporter stepped back (SAC-VI.B.2, KSO-G.3). Nothing of it is opened.
extension Programmes {
    /// Has further members asked at once for the request that a notice tells of: whoever comes next, or that member. The answer is the
    /// same whether that member may have the request or not. Nothing where it is no such notice of theirs, or somebody has it.
    package func askFurther(
        _ notice: String, to account: String?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            let (agency, transaction) = (doing.agency, doing.transaction)
            guard let found = try transaction.notice(notice, for: transaction.reader(doing.staff)),
                found.kind.isDutyToFind, let offering = found.about,
                let row = try transaction.requestRoutes.request(agency: agency.id, offering: offering),
                case .offered(let stage, _, _) = row.standing
            else { return .nothing }
            let around = try askingAround(for: row.pack, in: agency, at: doing.now, transaction)
            if let refusal = around.policy.escalation.mayAskFurther(at: stage) { return .refused(refusal) }
            if let account {
                let team = try team(of: around, doing).map(\.account)
                if let refusal = around.asking.mayAskFurther(account, of: team) { return .refused(refusal) }
                try transaction.askAtOnce(account, for: row, at: stage, offering: offering, around)
            } else {
                try transaction.askNext(for: row, from: stage, offering: offering, around)
            }
            return .done(.request)
        }
    }

    /// Whom somebody may ask in particular for the request that a notice tells of, by name: whoever of the team can be asked just now.
    /// Nothing where it is no such notice of theirs.
    package func colleagues(toAskFor notice: String, by staff: Staff) async throws -> [Colleague]? {
        let now = clock()
        return try await database.read { transaction in
            guard let found = try transaction.notice(notice, for: transaction.reader(staff)),
                found.kind.isDutyToFind, let offering = found.about,
                let row = try transaction.requestRoutes.request(agency: staff.agency.id, offering: offering)
            else { return nil }
            let around = try askingAround(for: row.pack, in: staff.agency, at: now, transaction)
            let team = try team(of: around, Doing(staff: staff, transaction: transaction, now: now))
            let accounts = around.asking.mayBeAskedFurther(of: team.map(\.account))
            return team.filter { accounts.contains($0.account) }.colleagues
        }
    }

    private func team(of around: AskingAround, _ doing: Doing) throws -> [SealableAccount] {
        try doing.transaction.requestTeam(
            of: around.policy, agency: doing.agency.id, on: doing.staff.today, vouchedWith: keys.vouching
        ).supporters
    }
}

extension Transaction {
    /// Whoever comes next is asked now; where all are asked already, they are once more.
    fileprivate func askNext(
        for row: RequestRow, from stage: Stage, offering: String, _ around: AskingAround
    ) throws {
        let waves = try requestRoutes.copies(of: row.id).waves
        try askAround(for: row.id, from: stage, seen: row.standing, waves: waves, offering: offering, around)
        guard case .offered(stage, _, _) = try request(id: row.id)?.standing else { return }
        let asked = waves.filter { around.asking.isAsked($0.key, wave: $0.value, at: stage) }.map(\.key)
        try askAgain(try told(of: row.id, among: Set(asked), around), offering: offering, around)
    }

    /// That member is asked now, where the request is not kept from them.
    fileprivate func askAtOnce(
        _ account: String, for row: RequestRow, at stage: Stage, offering: String, _ around: AskingAround
    ) throws {
        guard let wave = try requestRoutes.copies(of: row.id).waves[account] else { return }
        let isAsked = around.asking.isAsked(account, wave: wave, at: stage)
        if !isAsked {
            try requestRoutes.setWave(
                around.policy.escalation.waveAtOnce(at: stage), of: [account], request: row.id)
        }
        let told = try told(of: row.id, among: [account], around)
        if isAsked {
            try askAgain(told, offering: offering, around)
        } else {
            try pingOfAsking(told, key: offerPing(offering), in: around.agency, at: around.now)
        }
    }

    /// Tells them once more what they were told before.
    private func askAgain(_ accounts: [String], offering: String, _ around: AskingAround) throws {
        for time in 1...mostTimesAskedAgain {
            let key = offerPing(offering, again: time)
            if try !ping(accounts, .urgent, key: key, in: around.agency, at: around.now).isEmpty { return }
        }
    }
}
