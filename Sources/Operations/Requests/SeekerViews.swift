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
    /// Where it stands for whoever waits; nothing once somebody was in touch, and of an inquiry.
    package let wait: SeekersWait?
    /// How the seeker would like to be reached.
    package let way: Way
    /// Whether it waits and nobody who could open it is there, so that nobody could be asked.
    package let nobodyCouldBeAsked: Bool
    package let words: SeekerWords
    package let messages: [RequestMessage]
    package let consultations: [OpenConsultation]
    package let consents: [Consent]
    package let agreesToTimeOffNote: Bool
    /// Once it is closed: how many days until it is destroyed, and can no longer be opened again.
    package let daysLeft: Int?
    package let canReopen: Bool
    package let rights: [SeekerRight]

    /// What whoever asked for somebody else sees, the same whatever becomes of it: thanks.
    static let thanks = SeekerView(
        status: .offered, isInquiry: true, supporter: nil, lostSupporter: false, wait: nil, way: .message,
        nobodyCouldBeAsked: false,
        words: SeekerWords.none, messages: [], consultations: [], consents: [], agreesToTimeOffNote: false,
        daysLeft: nil,
        canReopen: false, rights: [])

    package struct Supporter: Sendable, Equatable {
        package let account: String
        package let name: String
    }
}

/// What a seeker waits for, and until when.
package enum SeekersWait: Sendable, Equatable {
    /// Nobody has it yet.
    case asking(RequestWaiting)
    /// Somebody has it and is to be in touch by then.
    ///
    /// - Parameter othersFollow: whether others are asked where they are not.
    case firstContact(due: Instant, othersFollow: Bool)
}

/// What a page that renews itself shows of a request: no words, and nothing of it is marked as seen.
package struct SeekerGlance: Sendable {
    package let status: RequestStatus
    package let supporter: SeekerView.Supporter?
    package let lostSupporter: Bool
    package let wait: SeekersWait?
    /// How the seeker would like to be reached.
    package let way: Way
    /// Whether their supporter wrote something that they have not seen.
    package let hasNews: Bool
}

/// What is told beside a receipt that was just given.
package enum ReceiptStanding: Sendable {
    /// Nothing is waited for where somebody was in touch at once.
    case request(SeekersWait?, rights: [SeekerRight])
    case inquiry
    /// It was not looked at: too many receipts are.
    case unknown
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
