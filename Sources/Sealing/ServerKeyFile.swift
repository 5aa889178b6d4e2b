/// A key that the server itself holds, by the name of its file in the folder of keys.
package enum ServerKeyFile: String, Sendable, CaseIterable {
    case auditSigning = "audit-signing.key"
    case loginThrottle = "login-throttle.key"
    case receiptId = "receipt-id.key"
    case receiptKey = "receipt-key.key"
    case seekerPass = "seeker-pass.key"
    case vapid = "vapid.key"
    case vouching = "vouching.key"

    /// What it is for.
    package var purpose: String {
        switch self {
        case .auditSigning: "signs the checkpoints of the audit chains"
        case .loginThrottle: "names logins in the record of failed attempts"
        case .receiptId: "finds the request of a receipt"
        case .receiptKey: "opens the request of a receipt"
        case .seekerPass:
            "seals what a seeker's browser keeps instead of the receipt, and who was involved in an incident"
        case .vapid: "tells push services who we are"
        case .vouching: "vouches for accounts' keys and roles in the audit chains"
        }
    }

    /// What is gone where the key is gone, as a sentence for whoever runs the server.
    package var loss: String {
        switch self {
        case .auditSigning:
            """
            Checkpoints are signed by a new key from then on. Those already kept are checked by the public key kept with \
            them: audit verify --key.
            """
        case .loginThrottle: "Counted attempts at passphrases are forgotten, and so are acts sent twice in one day."
        case .receiptId, .receiptKey: "No receipt that was given out finds or opens its request any more, for good."
        case .seekerPass:
            """
            Seekers type their receipts again, a request that waits for its first contact is not offered again by itself, \
            codes that members handed to their supervisors do nothing, who was involved in an incident is marked again, \
            whoever declined a check on them may be asked once more, and figures that are not published yet are made of what \
            is filed from then on: counts of this year's sheets, hours by supporter and sheets kept with a name are destroyed. So \
            are drafts of sheets, and what members of the team say of themselves: they enter both anew.
            """
        case .vapid: "Everybody has to allow notifications again."
        case .vouching:
            """
            No new request is sealed to anybody until the accounts were looked at and taken as they are: audit accept \
            --everyone.
            """
        }
    }

    /// Whether every installation had it before databases knew any key: where there are agencies it was there once, whatever
    /// the database knows. A key that comes with a later version is made at the first start with it.
    package var isOlderThanFingerprints: Bool {
        switch self {
        case .auditSigning, .loginThrottle, .receiptId, .receiptKey, .seekerPass, .vapid: true
        case .vouching: false
        }
    }

    /// The bytes of a new key of its kind.
    func draw() -> Secret {
        switch self {
        case .vapid: VAPIDKey.draw()
        case .auditSigning, .loginThrottle, .receiptId, .receiptKey, .seekerPass, .vouching:
            .random(count: Self.byteCount)
        }
    }

    /// Whether those bytes are a key of its kind.
    func isKey(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .vapid: VAPIDKey(bytes: bytes) != nil
        case .auditSigning: AuditSigningKey(bytes: bytes) != nil
        case .loginThrottle, .receiptId, .receiptKey, .seekerPass, .vouching: true
        }
    }

    static let byteCount = 32
}
