import Foundation
import PolicyPacks
import Program
import TestSupport

/// A publication as it lies frozen, written by hand: rows by their options, `nil` for what is not shown.
enum ByHand {
    static func month(
        _ last: String, telling months: [String]? = nil, waits: Bool = false, _ tables: [[String: Any]]
    ) throws -> Publication {
        try publication("summary", period: last, months: months ?? [last], waits: waits, tables)
    }

    static func publication(
        _ release: String, period: String, months: [String], waits: Bool = false, _ tables: [[String: Any]]
    ) throws -> Publication {
        let frozen: [String: Any] = [
            "release": release, "title": "Figures", "period": period, "months": months, "preparedOn": "2026-12-01",
            "readers": ["Management"], "sheets": 5, "waits": waits, "tables": tables, "notes": [], "method": 2,
        ]
        return try Publication(
            frozen: JSONSerialization.data(withJSONObject: frozen), checksum: "x", sha256: { _ in "x" },
            publishedBy: try BundledPacks.named("iacp").pack)
    }

    /// Entries of kinds, each row joined of some.
    static func kinds(_ rows: [([String], Int?)], total: Int? = nil) -> [String: Any] {
        table("Contacts", rows.map { ($0.0, $0.0.map { "entries/\($0)" }, $0.1) }, total: total)
    }

    static func types(_ rows: [([String], Int?)], total: Int? = nil) -> [String: Any] {
        table("Types", rows.map { ($0.0, $0.0.map { "answer/contact/type/\($0)" }, $0.1) }, total: total)
    }

    static func hours(_ hours: Int?) -> [String: Any] {
        let value: [String: Any] = hours.map { ["hours": $0] } ?? ["suppressed": true]
        return [
            "title": "Time", "notes": [],
            "rows": [
                [
                    "labels": ["Time spent"], "of": ["amount/contact/minutes"], "value": value, "unit": "minutes",
                    "isSum": false,
                ]
            ],
        ]
    }

    private static func table(_ title: String, _ rows: [([String], [String], Int?)], total: Int?) -> [String: Any] {
        var table: [String: Any] = [
            "title": title, "notes": [],
            "rows": rows.map { labels, keys, count in
                [
                    "labels": labels, "of": keys, "value": count.map { ["count": $0] } ?? ["suppressed": true],
                    "isSum": false,
                ] as [String: Any]
            },
        ]
        if let total { table["total"] = ["count": total] }
        return table
    }
}
