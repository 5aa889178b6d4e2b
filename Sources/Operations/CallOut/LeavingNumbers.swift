import Program
import Sealing
import Store

// The number of whoever called the desk. It goes to the one supporter who answers, sealed, and is gone when they have it; the desk sees
// only that it waits. No entry of the chain tells that one was left.
extension Programmes {
    /// Keeps the number under which the caller can be reached, sealed to whoever may yet be paged and to those who were; in the place of
    /// one that was left before. Where somebody calls in already it goes to them alone. Nothing where there is no such call-out.
    package func leaveNumber(_ typed: String, in id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.callOut)) { doing in
            let (agency, transaction) = (doing.agency, doing.transaction)
            guard let row = try transaction.callOut(agency: agency.id, id: id), let callOut = RandomId(text: id) else {
                return .nothing
            }
            if let refusal = doing.policy.mayPage(finishedOn: row.finishedOn) { return .refused(refusal) }
            guard let number = PhoneNumber(typed) else { return .refused(.noCallersNumber) }
            let pages = try transaction.callOutPages(agency: agency.id, of: [id])
            let taking = doing.policy.roles(with: .takeRequests).map(\.id)
            let team = try transaction.sealableTeam(
                holding: taking, agency: agency.id, on: doing.staff.today, vouchedWith: keys.vouching
            ).holding(taking)
            try transaction.deleteCallerNumber(of: id, agency: agency.id)
            let keepers = CallOutRules.numberKeepers(
                of: team.map(\.account), paged: pages.map { ($0.account, $0.answer) })
            for member in team {
                guard let keeping = keepers[member.account], let key = AccountPublicKey(bytes: member.publicKey),
                    let sealed = try CallerNumber.sealed(
                        number.text, to: key, callOut: callOut, holder: member.account)
                else { continue }
                let copy: CallerNumberCopy =
                    switch keeping {
                    case .sealed: .sealed(sealed)
                    case .locked: .locked(try keys.lock(number: sealed, callOut: callOut, holder: member.account))
                    }
                try transaction.set(copy, of: id, for: member.account, agency: agency.id)
            }
            for page in pages where page.answer == .accepted {
                try transaction.ping(
                    [page.account], .urgent, key: "\(CallOutRow.ping(id)) number \(RandomId().text)", in: agency,
                    at: doing.now)
            }
            return .done(.request)
        }
    }

    /// Whoever answered has the caller's number now: it is destroyed. Nothing where none was there for them.
    package func tookNumber(of id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            let (account, agency) = (doing.staff.account, doing.agency.id)
            guard
                try doing.transaction.runningPages(of: account, agency: agency).contains(where: {
                    $0.callOut == id && $0.answer == .accepted
                })
            else { return .nothing }
            return try doing.transaction.deleteCallerNumber(of: id, for: account, agency: agency)
                ? .done(.request) : .nothing
        }
    }
}

extension Programmes {
    /// Gives somebody who is paged the copy that was kept for them under lock.
    func giveNumber(of id: String, to account: String, in agency: Agency, _ transaction: any Transaction) throws {
        guard let callOut = RandomId(text: id),
            case .locked(let locked)? = try transaction.callerNumber(of: id, for: account, agency: agency.id)
        else { return }
        let sealed = try keys.unlock(number: locked, callOut: callOut, holder: account)
        try transaction.set(.sealed(sealed), of: id, for: account, agency: agency.id)
    }
}

extension Programmes {
    /// What becomes of the copies of the caller's number with an answer, by what was said before it.
    func answered(
        _ id: String, _ answer: CallOutAnswer, by account: String, in agency: Agency, besides pages: [CallOutPageRow],
        _ transaction: any Transaction
    ) throws {
        switch CallOutRules.number(after: answer, by: account, paged: pages.map { ($0.account, $0.answer) }) {
        case .isTheirsAlone:
            try giveNumber(of: id, to: account, in: agency, transaction)
            try transaction.keepCallerNumber(of: id, for: account, agency: agency.id)
        case .isNotTheirs: try transaction.deleteCallerNumber(of: id, for: account, agency: agency.id)
        case .isLocked: try takeNumberBack(of: id, from: account, in: agency, transaction)
        }
    }

    /// Locks away the copy of somebody who cannot call in, and may change their mind.
    private func takeNumberBack(
        of id: String, from account: String, in agency: Agency, _ transaction: any Transaction
    ) throws {
        guard let callOut = RandomId(text: id),
            case .sealed(let sealed)? = try transaction.callerNumber(of: id, for: account, agency: agency.id)
        else { return }
        let locked = try keys.lock(number: sealed, callOut: callOut, holder: account)
        try transaction.set(.locked(locked), of: id, for: account, agency: agency.id)
    }
}

extension Staff {
    /// The caller's number in a call-out that they answered; nothing where none is there, or it was sealed to another key of theirs.
    func callersNumber(of page: CallOutPageRow, _ transaction: any Transaction) throws -> String? {
        guard page.answer == .accepted, let callOut = RandomId(text: page.callOut),
            case .sealed(let sealed)? = try transaction.callerNumber(
                of: page.callOut, for: account, agency: agency.id)
        else { return nil }
        return openedCallersNumber(sealed, in: callOut)
    }

    /// A copy of a caller's number, opened with their key; nothing where it was sealed to another.
    package func openedCallersNumber(_ sealed: [UInt8], in callOut: RandomId) -> String? {
        try? CallerNumber.opened(sealed, with: key, callOut: callOut, holder: account)
    }
}
