import Program
import Sealing

/// What came of showing a receipt.
package enum ReceiptOpening: Sendable {
    /// It opens a request of the agency.
    case opened(SeekerPass)
    case unknown
    /// Too many receipts are being looked at; nothing was compared.
    case busy
}

/// A request as its seeker sees it.
package struct SeekerView: Sendable {
    package let status: RequestStatus
    /// An inquiry for somebody else: thanks, and nothing of what came of it (PD-B.2.a.1).
    package let isInquiry: Bool
    /// Who has it, once someone does.
    package let supporter: Supporter?
    /// Whether somebody had it and is no longer there, so that others are being asked. Why is nobody's business here.
    package let lostSupporter: Bool
    package let words: SeekerWords
    package let messages: [RequestMessage]
    package let consultations: [OpenConsultation]
    package let consents: [Consent]
    package let agreesToTimeOffNote: Bool
    /// Once it is closed: how many days until it is destroyed, and can no longer be opened again.
    package let daysLeft: Int?
    package let canReopen: Bool
    package let rights: [RuledItem]

    package struct Supporter: Sendable, Equatable {
        package let account: String
        package let name: String
    }
}

/// A consent of the seeker.
package struct Consent: Sendable, Equatable {
    package let id: String
    package let consent: NewConsent
    package let givenOn: Day
    package let revokedOn: Day?
    /// Whether it may be relied on today.
    package let isGood: Bool
}
