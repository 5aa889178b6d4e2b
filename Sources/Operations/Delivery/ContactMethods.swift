import Program
import Sealing
import Store

/// One of the ways its owner is reached, as they see it.
package struct ContactMethodView: Sendable, Equatable {
    package let method: ContactMethod
    /// Digits were sent there and are waited for.
    package let isAwaitingCode: Bool
    /// What came of the attempts of the last day it was used.
    package let lastOutcomes: [DeliveryOutcome]
}

extension Programmes {
    /// How this account is reached, the earliest first.
    package func contactMethods(of staff: Staff) async throws -> [ContactMethodView] {
        let now = clock()
        return try await database.read { transaction in
            let outcomes = try transaction.lastOutcomes(of: staff.account, agency: staff.agency.id)
            return try transaction.contactMethods(of: staff.account, agency: staff.agency.id).map { row in
                ContactMethodView(
                    method: row.method, isAwaitingCode: row.proof(at: now).isAwaited,
                    lastOutcomes: outcomes[row.method.id] ?? [])
            }
        }
    }

    /// Why nothing that is sent reaches this account; nothing where something does, or where nobody is ever told anything by its
    /// roles.
    package func ownHindrance(of staff: Staff) async throws -> ReachHindrance? {
        guard staff.policy.mayBeTold(staff.rolesToday) else { return nil }
        return try await database.read { transaction in
            try transaction.contactMethods(of: staff.account, agency: staff.agency.id).map(\.method)
                .hindrance(carried: carried)
        }
    }

    /// The ways of this account that are known not to work.
    package func troubledContactMethods(of staff: Staff) async throws -> [ContactMethod] {
        try await database.read { transaction in
            try transaction.contactMethods(of: staff.account, agency: staff.agency.id).map(\.method)
                .filter { $0.trouble != nil }
        }
    }

    /// Adds a method that is not a push, and sends a code there. It is used once the code has come back.
    package func addContactMethod(
        _ new: NewContactMethod, for staff: Staff, carried: Set<ContactMethod.Kind>
    ) async throws -> Result<ContactMethod, Refusal> {
        if let refusal = new.mayBeTyped() { return .failure(refusal) }
        return try await add(new, for: staff, carried: carried, subscription: nil)
    }

    /// Adds the device on which someone installed the page, and sends it a code.
    package func addDevice(
        _ subscription: WebPushSubscription, called name: String, delay: Int, for staff: Staff, by carriers: Carriers
    ) async throws -> Result<ContactMethod, Refusal> {
        guard let push = carriers.push, push.knows(subscription.endpoint) else {
            return .failure(.unknownPushService)
        }
        return try await add(
            NewContactMethod(kind: .push, address: name, delay: delay), for: staff, carried: carriers.kinds,
            subscription: PushSubscriptionRow(
                endpoint: subscription.endpoint, publicKey: subscription.p256dh, secret: subscription.auth,
                serverKey: pushPublicKey))
    }

    /// What a browser needs before it lets us send it notifications: our public key.
    package var pushPublicKey: String { keys.vapid.publicText }

    private func add(
        _ new: NewContactMethod, for staff: Staff, carried: Set<ContactMethod.Kind>,
        subscription: PushSubscriptionRow?
    ) async throws -> Result<ContactMethod, Refusal> {
        try await quietAct(by: staff, .signedIn) { doing in
            let (account, agency, transaction) = (doing.staff.account, doing.agency.id, doing.transaction)
            let present = try transaction.contactMethods(of: account, agency: agency).map(\.method)
            let ended = present.ended(like: new)
            let method: ContactMethod
            switch present.filter({ $0.id != ended?.id }).adding(new, id: RandomId().text, carried: carried) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let added): method = added
            }
            guard let word = try doing.freeWord() else { return .refused(.toldOften) }
            if let ended { try transaction.deleteContactMethod(ended.id, of: account, agency: agency) }
            guard try transaction.insert(method, account: account, agency: agency) else {
                return .refused(.hadAlready)
            }
            if let subscription { try transaction.insert(subscription, method: method.id) }
            try doing.sendCode(to: method, as: word)
            return .done(method, .reaching)
        }.whileAllowed()
    }

    /// Changes after how many minutes it is used. Nothing where the account has no such method.
    package func setDelay(of id: String, to minutes: Int, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            guard try doing.ownMethod(id) != nil else { return .nothing }
            if let refusal = ContactMethod.mayWait(minutes) { return .refused(refusal) }
            try doing.transaction.setDelay(
                ofContactMethod: id, of: doing.staff.account, agency: doing.agency.id, minutes: minutes)
            return .done(.reaching)
        }
    }

    /// Removes it with all that is kept of it. False where the account has no such method.
    package func removeContactMethod(_ id: String, for staff: Staff) async throws -> Bool {
        try await quietAct(by: staff, .signedIn) { doing -> QuietDeed<Void> in
            guard try doing.ownMethod(id) != nil else { return .nothing }
            try doing.transaction.deleteContactMethod(id, of: doing.staff.account, agency: doing.agency.id)
            return .done(.reaching)
        }.ifDone() != nil
    }
}
