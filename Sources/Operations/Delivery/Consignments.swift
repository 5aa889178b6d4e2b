import Program
import Sealing
import Store

/// Something taken from the outbox, with all it takes to send it once.
struct Consignment: Sendable {
    let row: OutboxRow
    let method: ContactMethod
    let saying: Saying
    /// Where a push goes; none for any other kind.
    let subscription: PushSubscriptionRow?
}

extension Transaction {
    /// What it takes to send a word that was taken, and keeps that an attempt was begun. A word that says nothing any more goes.
    func makeReady(_ row: OutboxRow, with keys: ServerKeys, at now: Instant) throws -> Consignment? {
        guard let consignment = try consignment(row, with: keys, at: now) else {
            try deleteOutbox(id: row.id)
            try hastenNext(after: row, at: now)
            return nil
        }
        try insertAttempt(row, at: now)
        return consignment
    }

    private func consignment(_ row: OutboxRow, with keys: ServerKeys, at now: Instant) throws -> Consignment? {
        guard let found = try contactMethod(row.method, of: row.account, agency: row.agency),
            let saying = try found.method.saying(row.word, code: found.proof(at: now))
                ?? enrolment(row, by: found.method, with: keys, at: now)
        else { return nil }
        return Consignment(
            row: row, method: found.method, saying: saying,
            subscription: found.method.kind == .push ? try pushSubscription(method: row.method) : nil)
    }
}

extension Transaction {
    /// The code with which somebody begins who asked for an account; only to the address that the directory has, while they have not
    /// come.
    private func enrolment(
        _ row: OutboxRow, by method: ContactMethod, with keys: ServerKeys, at now: Instant
    ) throws -> Saying? {
        guard row.word == .code, method.kind == .email,
            let account = try account(agency: row.agency, id: row.account), account.passphrase == nil,
            let sealed = try enrolmentLetter(account: row.account, agency: row.agency, at: now)
        else { return nil }
        return .enrolment(login: account.login, code: try keys.open(enrolmentCode: sealed, account: row.account))
    }
}

extension Carriers {
    /// Sends it. Where there is no gateway of its kind, or what is stored is no address, nobody carries it.
    func carry(_ consignment: Consignment, signedBy vapid: VAPIDKey, at now: Instant) async throws -> GatewayAnswer {
        let (key, saying) = (consignment.row.id, consignment.saying)
        switch consignment.method.kind {
        case .email:
            guard let email, let address = EmailAddress(consignment.method.address) else { return .uncarried }
            return await email(Letter(key: key, address: address, subject: Saying.heading, words: saying.written))
        case .text:
            guard let text, let number = PhoneNumber(consignment.method.address) else { return .uncarried }
            return await text(PhoneWords(key: key, number: number, words: saying.written))
        case .call:
            guard let call, let number = PhoneNumber(consignment.method.address) else { return .uncarried }
            return await call(PhoneWords(key: key, number: number, words: saying.spoken))
        case .push:
            guard let push, let subscription = consignment.subscription?.subscription else { return .uncarried }
            return await push.carry(
                SealedPush(
                    key: key, endpoint: subscription.endpoint,
                    body: try subscription.encrypt(Array(saying.notification.utf8)),
                    authorization: try vapid.authorization(
                        for: subscription, contact: push.contact.text, now: now.milliseconds),
                    urgency: consignment.row.urgency))
        }
    }
}

extension PushSubscriptionRow {
    fileprivate var subscription: WebPushSubscription? {
        try? WebPushSubscription(endpoint: endpoint, p256dh: publicKey, auth: secret)
    }
}

extension Saying {
    /// What the page's worker reads: the words to show, as they are.
    fileprivate var notification: String { written }
}
