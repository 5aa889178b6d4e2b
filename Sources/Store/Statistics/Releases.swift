import Program

/// A published summary as frozen.
package struct ReleaseRow: Sendable, Equatable {
    package let id: String
    package let period: String
    package let pack: String
    package let content: String
    /// SHA-256 of the content, in hexadecimal.
    package let contentHash: String
    package let publishedAt: Instant
    package let publishedBy: String

    package init(
        id: String, period: String, pack: String, content: String, contentHash: String, publishedAt: Instant,
        publishedBy: String
    ) {
        self.id = id
        self.period = period
        self.pack = pack
        self.content = content
        self.contentHash = contentHash
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), period: try row.text("period"), pack: try row.text("pack"),
            content: try row.text("content"), contentHash: try row.text("content_hash"),
            publishedAt: Instant(milliseconds: try row.int64("published_at")),
            publishedBy: try row.text("published_by"))
    }
}

extension Transaction {
    /// Freezes a month's summary. The schema lets each month be published once.
    package func insert(_ release: ReleaseRow, agency: String) throws {
        try execute(
            """
            INSERT INTO release (id, agency, kind, period, pack, content, content_hash, published_at, published_by)
            VALUES (\(release.id), \(agency), 'monthly-summary', \(release.period), \(release.pack),
                \(release.content), \(release.contentHash), \(release.publishedAt.milliseconds),
                \(release.publishedBy))
            """)
    }

    package func summary(agency: String, month: Month) throws -> ReleaseRow? {
        try row(
            """
            SELECT id, period, pack, content, content_hash, published_at, published_by FROM release
            WHERE agency = \(agency) AND kind = 'monthly-summary' AND period = \(month.text)
            """
        ).map(ReleaseRow.init)
    }

    /// The months whose summaries are published, from that month on, the latest first.
    package func summarisedMonths(agency: String, from month: Month) throws -> [Month] {
        try rows(
            """
            SELECT period FROM release
            WHERE agency = \(agency) AND kind = 'monthly-summary' AND period >= \(month.text) ORDER BY period DESC
            """
        ).compactMap { Month(try $0.text("period")) }
    }

    /// The latest month whose summary is published.
    package func latestSummarisedMonth(agency: String) throws -> Month? {
        try row(
            """
            SELECT max(period) AS period FROM release WHERE agency = \(agency) AND kind = 'monthly-summary'
            """
        )?.optionalText("period").flatMap { Month($0) }
    }
}
