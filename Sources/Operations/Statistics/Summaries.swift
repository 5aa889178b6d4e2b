import Foundation
import Program
import Sealing
import Store

/// A published summary.
package struct PublishedSummary: Sendable {
    package let summary: Summary
    package let publishedOn: Day
}

extension Programmes {
    /// The summaries of the past two years and those that wait for publication, the latest first.
    package func summaryStandings(by staff: Staff) async throws -> [SummaryStanding] {
        try await database.read { transaction in
            let agency = staff.agency.id
            let published = try transaction.summarisedMonths(
                agency: agency, from: SummaryRule.earliestListed(on: staff.today))
            let latest = try transaction.latestSummarisedMonth(agency: agency)
            return staff.policy.summary.standings(
                on: staff.today, published: Set(published), latest: latest,
                earliestWaiting: try transaction.earliestCountedMonth(agency: agency, after: latest))
        }
    }

    /// What there is to know before the month is published: how many sheets are in. No figure is shown before, for whoever
    /// looked twice while a sheet came in would know that one sheet by the difference.
    package func prepareSummary(_ month: Month, by staff: Staff) async throws -> Result<SheetCount, Refusal> {
        try await database.read { transaction in
            let sheets = try sheetCount(month, in: staff.agency, on: staff.today, transaction)
            if let refusal = try refusalToPublish(month, sheets, by: staff, transaction) { return .failure(refusal) }
            return .success(sheets)
        }
    }

    /// Publishes the month's summary, for good: the figures are frozen, and sheets that were kept with a name until now are
    /// destroyed.
    package func publishSummary(_ month: Month, by staff: Staff) async throws -> Result<Void, Refusal> {
        try await act(by: staff, .holding(.publishSummary)) { doing in
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            let sheets = try sheetCount(month, in: agency, on: staff.today, transaction)
            if let refusal = try refusalToPublish(month, sheets, by: staff, transaction) { return .refused(refusal) }
            let frozen = try summary(month, by: staff, transaction).canonicalJSON
            let hash = ContentHash(of: Array(frozen)).hex
            try transaction.insert(
                PublicationRow(
                    id: RandomId().text, release: "summary", period: month.text, pack: agency.packHash,
                    content: String(decoding: frozen, as: UTF8.self), contentHash: hash, publishedAt: doing.now,
                    publishedBy: staff.account), agency: agency.id)
            try transaction.deleteFiledSheets(agency: agency.id, countedIn: month)
            return .done(
                .entry(
                    .summaryPublished, on: month.text, under: doing.policy.summary.basis.clauses, details: [hash]))
        }.whileAllowed()
    }

    /// A published summary; nothing where that month has none.
    package func publishedSummary(_ month: Month, by staff: Staff) async throws -> PublishedSummary? {
        try await database.read { transaction in
            guard let row = try transaction.summary(agency: staff.agency.id, month: month) else { return nil }
            let summary = try Summary(frozen: Data(row.content.utf8), checksum: row.contentHash) {
                ContentHash(of: Array($0)).hex
            }
            return PublishedSummary(summary: summary, publishedOn: try staff.agency.day(at: row.publishedAt))
        }
    }

    private func refusalToPublish(
        _ month: Month, _ sheets: SheetCount, by staff: Staff, _ transaction: any Transaction
    ) throws -> Refusal? {
        let latest = try transaction.latestSummarisedMonth(agency: staff.agency.id)
        return staff.policy.summary.mayPublish(
            month, on: staff.today, latest: latest,
            earliestWaiting: try transaction.earliestCountedMonth(agency: staff.agency.id, after: latest),
            sheets: sheets)
    }

    private func summary(_ month: Month, by staff: Staff, _ transaction: any Transaction) throws -> Summary {
        var figures: [CountKey: Int] = [:]
        for (name, amount) in try transaction.figures(agency: staff.agency.id, month: month) {
            guard let key = CountKey(name) else { throw UnknownFigure(name: name) }
            figures[key] = amount
        }
        guard let counts = MonthCounts(figures) else { throw UnknownFigure(name: "negative") }
        let policy = staff.policy
        return try summarise(
            counts, of: month, rule: policy.summary, form: policy.contactForm, threshold: policy.threshold,
            sheetsExpected: nil, cover: policy.accountable, on: staff.today)
    }
}

/// A figure in the store that no form has.
package struct UnknownFigure: Error {
    package let name: String
}
