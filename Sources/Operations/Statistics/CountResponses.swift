import Foundation
import Program
import Sealing
import Store

// A row for each answer would say when somebody was helped, so there is none: an answer is one more in a box of one size, in the
// transaction of the act that it is. That the box is another one says nothing either, for it is every half hour in any case
// (docs/decisions/responses.md).
extension Programmes {
    /// Counts an answer, where the pack has answers counted.
    func count(
        _ response: Response?, by account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        guard let response, let rule = agency.policy.responses else { return }
        let quarter = try agency.day(at: now).month.quarterEnd
        let box = try transaction.responseBoxes(agency: agency.id).first { $0.quarter == quarter }
        // Help never waits for a figure: where the box is damaged nothing is counted, and the round that keeps the boxes fails and is told.
        guard var counts = try? box.map({ try opened($0, in: agency) }) ?? rule.nothingCounted else { return }
        counts.count(response, by: keys.responseMark(of: account, agency: agency.id))
        try keep(counts, of: quarter, in: agency, lockedIn: box?.lockedIn ?? now.halfHour, transaction)
    }

    /// Tells of each quarter that is over, once, and destroys its box; what is too little to be told goes on into the next one's. Locks the
    /// box of the quarter under way anew, every half hour, whether anything came or not. Harmless to repeat.
    package func keepResponses() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let quarter = try agency.day(at: now).month.quarterEnd
            let boxes = try transaction.responseBoxes(agency: agency.id)
            let current = boxes.first { $0.quarter == quarter }
            let over = boxes.filter { $0.quarter < quarter }
            guard let rule = agency.policy.responses else {
                for box in boxes { try transaction.deleteResponseBox(of: box.quarter, agency: agency.id) }
                return
            }
            guard !over.isEmpty || current?.lockedIn != now.halfHour else { return }
            var counts = try current.map { try opened($0, in: agency) }
            for box in over {
                if let left = try told(box, in: agency, at: now, transaction) {
                    counts = counts.map { $0.joined(by: left) ?? $0 } ?? left.followed
                }
            }
            try keep(
                counts ?? rule.nothingCounted, of: quarter, in: agency, lockedIn: now.halfHour, transaction)
        }
    }

    /// What was told of the latest quarters, the latest first.
    func responses(of agency: Agency, most: Int, _ transaction: any Transaction) throws -> [ResponseFigures] {
        try transaction.responses(agency: agency.id, most: most).map { content, hash in
            guard ContentHash(of: Array(content.utf8)).hex == hash else { throw ResponsesWereChanged() }
            return try JSONDecoder().decode(ResponseFigures.self, from: Data(content.utf8))
        }
    }

    /// Freezes what may be told of a quarter that is over, and destroys its box.
    ///
    /// - Returns: what was too little to be told.
    private func told(
        _ box: ResponseBoxRow, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> ResponseCounts? {
        let counts = try opened(box, in: agency)
        try transaction.deleteResponseBox(of: box.quarter, agency: agency.id)
        let figures = counts.figures(
            upTo: box.quarter, threshold: agency.policy.threshold, on: try agency.day(at: now))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = try encoder.encode(figures)
        let hash = ContentHash(of: Array(content)).hex
        try transaction.insertResponses(
            String(decoding: content, as: UTF8.self), hash: hash, of: box.quarter, pack: agency.packHash,
            agency: agency.id)
        try transaction.record(
            .responsesTold, in: agency, by: .server, on: box.quarter.text,
            under: agency.policy.responses?.basis.clauses ?? [], details: [hash], at: now)
        return figures.tables.isEmpty ? counts : nil
    }

    /// What is in a box. One that does not open is damaged: those whose key was lost are gone (`ServerKeys.replace`).
    private func opened(_ box: ResponseBoxRow, in agency: Agency) throws -> ResponseCounts {
        let content = try keys.unlock(responses: box.sealed, quarter: box.quarter.text, agency: agency.id)
        guard let counts = ResponseCounts(bytes: content) else {
            throw StoreFault.unreadable(column: "sealed", problem: "is no count of answers")
        }
        return counts
    }

    private func keep(
        _ counts: ResponseCounts, of quarter: Month, in agency: Agency, lockedIn halfHour: Int64,
        _ transaction: any Transaction
    ) throws {
        guard
            let sealed = try keys.lock(responses: counts.bytes, quarter: quarter.text, agency: agency.id)
        else { throw StoreFault.unreadable(column: "sealed", problem: "does not fit") }
        try transaction.set(
            ResponseBoxRow(quarter: quarter, sealed: sealed, lockedIn: halfHour), agency: agency.id)
    }
}

/// The frozen figures are not those that were told.
package struct ResponsesWereChanged: Error {}

extension ResponseRule {
    fileprivate var nothingCounted: ResponseCounts { ResponseCounts(bounds: bands.map(\.number)) }
}

extension Instant {
    /// Half hours since 1970.
    fileprivate var halfHour: Int64 { milliseconds / 1_800_000 }
}
