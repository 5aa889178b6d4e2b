extension Instant: Codable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    package init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Whole minutes from an earlier moment; fewer than none where it is later.
    package func minutes(since earlier: Instant) -> Int64 { (milliseconds - earlier.milliseconds) / 60_000 }
}
