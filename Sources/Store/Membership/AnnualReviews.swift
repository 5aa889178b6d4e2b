import Program

extension Transaction {
    package func insert(_ review: AnnualReview, of membership: String, by account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO annual_review (membership, agency, day, failed, by_account)
            VALUES (\(membership), \(agency), \(review.on.text),
                \(review.failed.map(\.rawValue).joined(separator: " ")), \(account))
            ON CONFLICT (membership, day) DO UPDATE SET failed = excluded.failed, by_account = excluded.by_account
            """)
    }

    /// The last review of each of those memberships.
    package func lastReviews(of memberships: [String]) throws -> [String: AnnualReview] {
        try rows(
            "SELECT membership, day, failed FROM annual_review WHERE membership IN (\(list: memberships)) ORDER BY day"
        ).reduce(into: [:]) { last, row in last[try row.text("membership")] = try AnnualReview(row) }
    }

    /// The reviews of a membership, the newest first.
    package func reviews(of membership: String) throws -> [AnnualReview] {
        try rows("SELECT day, failed FROM annual_review WHERE membership = \(membership) ORDER BY day DESC")
            .map(AnnualReview.init)
    }
}

extension AnnualReview {
    fileprivate init(_ row: Row) throws {
        self.init(
            on: try row.day("day"),
            failed: try row.text("failed").split(separator: " ").compactMap {
                AnnualReviewRule.Part(rawValue: String($0))
            })
    }
}
