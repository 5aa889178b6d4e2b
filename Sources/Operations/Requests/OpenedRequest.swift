import Foundation
import Program
import Sealing
import Store

/// A request with its key, opened by one of those it was sealed to.
struct OpenedRequest {
    let row: RequestRow
    let id: RandomId
    let key: RequestKey
    let card: OfferCard
    let record: RequestRecord

    /// Nothing where the copy does not open: it was sealed to a key that its account no longer has.
    init?(_ held: HeldRequest, by staff: Staff) {
        self.init(held.request, copy: held.copy.sealed, with: staff.key, holder: staff.account)
    }

    /// As the seeker opens it.
    init?(_ row: RequestRow, by pass: SeekerPass) {
        self.init(row, copy: row.seekerCopy, with: pass.key.key, holder: RequestKey.seeker)
    }

    init?(_ row: RequestRow, copy: [UInt8], with accountKey: AccountKey, holder: String) {
        guard let id = RandomId(text: row.id),
            let key = try? RequestKey(opening: copy, with: accountKey, request: id, holder: holder)
        else { return nil }
        self.init(row, id: id, key: key)
    }

    /// As its key opens it; nothing where it is another request's.
    init?(_ row: RequestRow, id: RandomId, key: RequestKey) {
        guard let card: OfferCard = try? key.open(row.card, as: .card, request: id),
            let record: RequestRecord = try? key.open(row.record, as: .course, request: id)
        else { return nil }
        self.row = row
        self.id = id
        self.key = key
        self.card = card
        self.record = record
    }

    var standing: RequestStanding { row.standing }

    /// What Program decides on.
    var life: RequestLife {
        RequestLife(id: row.id, isInquiry: card.isInquiry, standing: row.standing, record: record)
    }

    var words: SeekerWords { get throws { try key.open(row.words, as: .words, request: id) } }

    func message(_ row: MessageRow) throws -> SealedMessage {
        try key.open(row.sealed, as: .message, request: id, of: row.id)
    }

    func consent(_ row: SealedRow) throws -> SealedConsent {
        try key.open(row.sealed, as: .consent, request: id, of: row.id)
    }
}

extension RequestKey {
    /// Whom the seeker's copy is sealed to.
    static let seeker = "seeker"

    /// Seals a value as a part of the request.
    func seal(
        _ value: some Encodable, as part: RequestPart, request: RandomId, of id: RandomId? = nil
    ) throws -> [UInt8] {
        try seal(try value.sealable, as: part, request: request, id: id)
    }

    /// Opens a value of the request; one with an id of its own under that id.
    func open<Value: Decodable>(
        _ sealed: [UInt8], as part: RequestPart, request: RandomId, of id: String? = nil
    ) throws -> Value {
        let content = try open(sealed, as: part, request: request, id: id.flatMap { RandomId(text: $0) })
        return try JSONDecoder().decode(Value.self, from: Data(content))
    }
}

extension Encodable {
    /// As it is sealed.
    var sealable: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }
}
