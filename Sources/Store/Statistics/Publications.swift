import Program

/// Published figures as frozen.
package struct PublicationRow: Sendable, Equatable {
    package let id: String
    /// `summary`, or the id of a release of the pack.
    package let release: String
    /// As ``Period`` writes it.
    package let period: String
    package let pack: String
    package let content: String
    /// SHA-256 of the content, in hexadecimal.
    package let contentHash: String
    package let publishedAt: Instant
    package let publishedBy: String

    package init(
        id: String, release: String, period: String, pack: String, content: String, contentHash: String,
        publishedAt: Instant, publishedBy: String
    ) {
        self.id = id
        self.release = release
        self.period = period
        self.pack = pack
        self.content = content
        self.contentHash = contentHash
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), release: try row.text("release"), period: try row.text("period"),
            pack: try row.text("pack"), content: try row.text("content"), contentHash: try row.text("content_hash"),
            publishedAt: Instant(milliseconds: try row.int64("published_at")),
            publishedBy: try row.text("published_by"))
    }
}

/// Which figures were published, without them.
package struct PublishedPeriod: Sendable, Hashable {
    package let release: String
    package let period: String
    package let publishedAt: Instant
}

extension Transaction {
    /// Freezes figures. The schema lets each release of a period be published once.
    package func insert(_ publication: PublicationRow, agency: String) throws {
        try execute(
            """
            INSERT INTO publication (
                id, agency, release, period, pack, content, content_hash, published_at, published_by)
            VALUES (\(publication.id), \(agency), \(publication.release), \(publication.period), \(publication.pack),
                \(publication.content), \(publication.contentHash), \(publication.publishedAt.milliseconds),
                \(publication.publishedBy))
            """)
    }

    package func publication(agency: String, release: String, period: String) throws -> PublicationRow? {
        try row(
            """
            SELECT id, release, period, pack, content, content_hash, published_at, published_by FROM publication
            WHERE agency = \(agency) AND release = \(release) AND period = \(period)
            """
        ).map(PublicationRow.init)
    }

    /// Everything published of periods that begin in that year or later, by release and period.
    package func publications(agency: String, from year: Int) throws -> [PublicationRow] {
        try rows(
            """
            SELECT id, release, period, pack, content, content_hash, published_at, published_by FROM publication
            WHERE agency = \(agency) AND period >= \(String(year)) ORDER BY release, period
            """
        ).map(PublicationRow.init)
    }

    /// The same, without what is in them.
    package func publishedPeriods(agency: String, from year: Int) throws -> [PublishedPeriod] {
        try rows(
            """
            SELECT release, period, published_at FROM publication
            WHERE agency = \(agency) AND period >= \(String(year)) ORDER BY release, period
            """
        ).map {
            PublishedPeriod(
                release: try $0.text("release"), period: try $0.text("period"),
                publishedAt: Instant(milliseconds: try $0.int64("published_at")))
        }
    }

    package func summary(agency: String, month: Month) throws -> PublicationRow? {
        try publication(agency: agency, release: "summary", period: month.text)
    }

    /// The months whose summaries are published, from that month on, the latest first.
    package func summarisedMonths(agency: String, from month: Month) throws -> [Month] {
        try rows(
            """
            SELECT period FROM publication
            WHERE agency = \(agency) AND release = 'summary' AND period >= \(month.text) ORDER BY period DESC
            """
        ).compactMap { Month(try $0.text("period")) }
    }

    /// The latest month whose summary is published.
    package func latestSummarisedMonth(agency: String) throws -> Month? {
        try row(
            "SELECT max(period) AS period FROM publication WHERE agency = \(agency) AND release = 'summary'"
        )?.optionalText("period").flatMap { Month($0) }
    }
}
