import Foundation
import Program
import Sealing
import Store

/// Feedback without a name, as it lies in the box until its day is over: all that will be kept of it, sealed.
struct BoxedFeedback: Codable, Equatable, Sendable {
    private let id: String
    private let kind: String
    private let offices: [String]
    private let sealed: Data
    private let copies: [String: Data]
    let mark: Data
    private let publicKey: Data
    private let copy: Data
    private let day: String

    init(_ paper: SealedPaper, for holder: FeedbackRow.CodeHolder, on today: Day) {
        id = paper.id
        kind = paper.kind
        offices = paper.offices
        sealed = Data(paper.sealed)
        copies = paper.copies.mapValues { Data($0) }
        mark = Data(holder.mark)
        publicKey = Data(holder.publicKey)
        copy = Data(holder.copy)
        day = today.text
    }

    var paper: SealedPaper {
        SealedPaper(
            id: id, kind: kind, offices: offices, sealed: Array(sealed), copies: copies.mapValues { Array($0) })
    }

    /// Nothing where it holds no day.
    var row: FeedbackRow? {
        Day(day).map { givenOn in
            FeedbackRow(
                id: id,
                giver: .code(
                    FeedbackRow.CodeHolder(mark: Array(mark), publicKey: Array(publicKey), copy: Array(copy))),
                givenOn: givenOn)
        }
    }
}

// The box in which feedback without a name lies. Where each were a row at once, its appearing would tie it to whoever was about in that
// hour; the box is another every hour in any case.
extension Programmes {
    /// Puts it into the box. Where the box is full, what is in it becomes rows at once, so that nothing is lost.
    func put(
        _ feedback: BoxedFeedback, intoBoxOf agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let (boxed, hour) = try box(of: agency, transaction)
        if let locked = try locked(boxed + [feedback], agency) {
            try transaction.setFeedbackBox(locked, hour: hour ?? now.hour, agency: agency.id)
            return
        }
        try keep(boxed, in: agency, at: now, transaction)
        if let locked = try locked([feedback], agency) {
            try transaction.setFeedbackBox(locked, hour: hour ?? now.hour, agency: agency.id)
        } else {
            try keep([feedback], in: agency, at: now, transaction)
        }
    }

    /// Whether the box holds something with that mark.
    func isInBox(_ mark: [UInt8], of agency: Agency, _ transaction: any Transaction) throws -> Bool {
        try box(of: agency, transaction).boxed.contains { $0.mark == Data(mark) }
    }

    /// What lies in the box for whoever has that key, with its day.
    func boxed(
        _ giver: FeedbackKey, in agency: Agency, _ transaction: any Transaction
    ) throws -> (FeedbackContent, Day)? {
        guard let item = try box(of: agency, transaction).boxed.first(where: { $0.mark == Data(giver.mark) }),
            let row = item.row, let holder = row.codeHolder, let paper = RandomId(text: row.id)
        else { return nil }
        let key = try PaperKey(
            opening: holder.copy, with: giver.key, paper: paper, reader: PaperKey.holderOfCode)
        return (
            try FeedbackContent(bytes: try key.open(item.paper.sealed, as: .feedback, paper: paper)), row.givenOn
        )
    }

    /// Locks every box anew, once an hour, whether anything came or not; what is of an earlier day is taken out and becomes rows, and
    /// whoever answers is told.
    package func keepFeedbackBoxes() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            guard agency.policy.awareness.feedback?.mayBeAnonymous == true else { return }
            let (boxed, hour) = try box(of: agency, transaction)
            let today = try agency.day(at: now)
            let over = boxed.filter { $0.row.map { $0.givenOn < today } ?? true }
            guard hour != now.hour || !over.isEmpty else { return }
            try keep(over, in: agency, at: now, transaction)
            if let locked = try locked(boxed.filter { !over.contains($0) }, agency) {
                try transaction.setFeedbackBox(locked, hour: now.hour, agency: agency.id)
            }
        }
    }

    /// What lay in the box becomes rows, in an order that tells nothing.
    private func keep(
        _ boxed: [BoxedFeedback], in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let rows = boxed.compactMap { item in item.row.map { (row: $0, paper: item.paper) } }
        guard !rows.isEmpty else { return }
        for (row, paper) in rows.sorted(by: { $0.row.id < $1.row.id }) {
            try transaction.keep(paper, agency: agency.id)
            try transaction.insert(row, agency: agency.id)
        }
        try transaction.tellOfFeedback(in: agency, at: now)
    }

    /// What lies in the box, with the hour in which it was last locked anew. A box whose key was lost is empty.
    private func box(
        of agency: Agency, _ transaction: any Transaction
    ) throws -> (boxed: [BoxedFeedback], hour: Int64?) {
        guard let (sealed, hour) = try transaction.feedbackBox(agency: agency.id) else { return ([], nil) }
        guard let content = try? keys.unlock(feedbackBox: sealed, agency: agency.id) else { return ([], hour) }
        return (try JSONDecoder().decode([BoxedFeedback].self, from: Data(content)), hour)
    }

    private func locked(_ boxed: [BoxedFeedback], _ agency: Agency) throws -> [UInt8]? {
        try keys.lock(feedbackBox: Array(try JSONEncoder().encode(boxed)), agency: agency.id)
    }
}

extension Transaction {
    /// Tells whoever answers that feedback waits, unless they have been told and not looked yet.
    func tellOfFeedback(in agency: Agency, at now: Instant) throws {
        guard let rule = agency.policy.awareness.feedback,
            try !addressees(ofOpen: .feedbackWaits, agency: agency.id).contains(.role(rule.to))
        else { return }
        try raise(
            NewNotice(kind: .feedbackWaits, to: .role(rule.to), under: rule.basis.clauses), in: agency, at: now)
    }
}

extension Instant {
    /// Hours since 1970.
    fileprivate var hour: Int64 { milliseconds / 3_600_000 }
}
