import PolicyPacks
import Program
import Testing

/// Who is told of a request besides those asked for it.
@Suite struct RequestNoticeTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)

    private static func policy(_ pack: PackID) throws -> PolicyPack {
        try PackLibrary.load(pack).get().pack
    }

    /// After hours alone, and where the pack has it (OCP-I.C.2.b).
    @Test(arguments: PackLibrary.bundled) func ofANewRequestAfterHours(_ pack: PackID) throws {
        let rules = try Self.policy(pack).escalation
        #expect(rules.noticesOfRequest(isBusinessHours: true).isEmpty)
        let told = rules.noticesOfRequest(isBusinessHours: false)
        #expect(told.isEmpty == (pack != PackID("orange-county-probation")))
        for notice in told {
            #expect(notice.kind == .tellAdministrator && notice.repeats && notice.tells != nil && notice.about == nil)
            #expect(!notice.clauses.isEmpty)
        }
    }

    /// Whoever keeps the roster, of a request that somebody has.
    @Test(arguments: PackLibrary.bundled) func ofAFirstContactThatWasMissed(_ pack: PackID) throws {
        let policy = try Self.policy(pack)
        let keepers = policy.roles(with: .keepRoster).map { NoticeAddressee.role($0.id) }
        func told(_ standing: RequestStanding) -> [NewNotice] {
            RequestRouting(standing: standing, waves: [:], reserved: ["ben": .everyone]).noticesOnceDue(under: policy)
        }
        let missed = told(.accepted(supporter: "ana", firstContactDue: Self.now))
        #expect(!keepers.isEmpty && missed.map(\.to) == keepers)
        for notice in missed {
            #expect(notice.kind == .firstContactMissed && notice.isUrgent && notice.repeats)
            #expect(notice.about == nil && notice.from == nil)
            #expect(notice.clauses == policy.requests.firstContact.basis.clauses)
        }
        #expect(told(.offered(.few, until: Self.now, offering: "o")).isEmpty)
        #expect(told(.closed(destroyed: try #require(Day("2026-03-10")))).isEmpty)
    }

    private static func life(_ standing: RequestStanding, isInquiry: Bool = false) -> RequestLife {
        RequestLife(
            id: "r", isInquiry: isInquiry, standing: standing, record: RequestRecord(barred: [], chain: []))
    }

    /// A supporter is told of the first message, and not of the next until they have looked.
    @Test func ofAMessage() {
        let taken = Self.life(.accepted(supporter: "ana", firstContactDue: nil))
        #expect(taken.toldOfMessage(whileOneWaits: false) == "ana")
        #expect(taken.toldOfMessage(whileOneWaits: true) == nil)
        let waiting = Self.life(.offered(.few, until: Self.now, offering: "o"))
        #expect(waiting.toldOfMessage(whileOneWaits: false) == nil)
    }

    /// Whoever asks for somebody else learns nothing of what comes of it (PD-B.2.a.1).
    @Test(arguments: [true, false]) func anInquiryIsNotFollowed(_ isInquiry: Bool) {
        let life = Self.life(.accepted(supporter: "ana", firstContactDue: nil), isInquiry: isInquiry)
        #expect(life.isFollowedBySeeker == !isInquiry)
    }
}
