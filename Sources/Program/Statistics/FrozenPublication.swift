import Foundation

extension Publication {
    /// Reads a publication back, after checking that its bytes are the ones that were published.
    ///
    /// - Parameters:
    ///   - json: what ``canonicalJSON`` wrote, or a summary of before publications were.
    ///   - checksum: the SHA-256 kept at publication, in the form that `sha256` writes.
    ///   - sha256: the hash function; the core has none of its own.
    ///   - policy: the pack it was published by, in whose order a summary of before has its rows.
    /// - Throws: ``FrozenReleaseAltered`` where the checksum differs; `DecodingError` where it is no publication.
    package init(frozen json: Data, checksum: String, sha256: (Data) -> String, publishedBy policy: PolicyPack) throws {
        guard sha256(json) == checksum else { throw FrozenReleaseAltered() }
        if let frozen = try? JSONDecoder().decode(Frozen.self, from: json) {
            self.init(frozen)
        } else {
            self.init(try JSONDecoder().decode(EarlierSummary.self, from: json), policy)
        }
    }

    private init(_ frozen: Frozen) {
        self.init(
            release: frozen.release, title: frozen.title, period: frozen.period, months: frozen.months,
            preparedOn: frozen.preparedOn, cover: frozen.cover, readers: frozen.readers, sheets: frozen.sheets,
            waits: frozen.waits,
            tables: frozen.tables.map { table in
                PublishedTable(
                    title: table.title,
                    rows: table.rows.map {
                        PublishedTable.Row(
                            labels: $0.labels, of: $0.of, value: $0.value, unit: $0.unit, isSum: $0.isSum)
                    },
                    total: table.total, notes: table.notes)
            },
            notes: frozen.notes, method: frozen.method)
    }
}

/// A frozen release whose bytes are not those that were published. Nothing of it is shown.
package struct FrozenReleaseAltered: Error {}

/// The bytes of a publication as they are read.
private struct Frozen: Decodable {
    let release: String
    let title: String
    let period: ReleasePeriod
    let months: [Month]
    let preparedOn: Day
    let cover: String?
    let readers: [String]
    let sheets: Int
    let waits: Bool
    let tables: [Table]
    let notes: [String]
    let method: Int

    struct Table: Decodable {
        let title: String
        let rows: [Row]
        let total: DisclosedValue?
        let notes: [String]
    }

    struct Row: Decodable {
        let labels: [String]
        let of: [CountKey]
        let value: DisclosedValue
        let unit: Quantity.Unit?
        let isSum: Bool
    }
}

/// A month's summary as it was frozen before figures were told of longer times: its rows stand in the order of the form.
private struct EarlierSummary: Decodable {
    let title: String
    let month: Month
    let preparedOn: Day
    let cover: String?
    let sheetsReceived: Int
    let tables: [Table]

    struct Table: Decodable {
        let title: String
        let rows: [Row]
        let total: DisclosedValue?
        let notes: [String]
    }

    struct Row: Decodable {
        let label: String
        let value: DisclosedValue
        let unit: Quantity.Unit?
    }
}

extension Publication {
    private init(_ summary: EarlierSummary, _ policy: PolicyPack) {
        let tables = summary.tables.enumerated().map { position, table in
            let keys = policy.summary.tables.dropFirst(position).first.map { policy.contactForm.rows(of: $0) } ?? []
            return PublishedTable(
                title: table.title,
                rows: table.rows.enumerated().map { place, row in
                    PublishedTable.Row(
                        labels: [row.label], of: keys.dropFirst(place).first ?? [], value: row.value, unit: row.unit)
                },
                total: table.total, notes: table.notes)
        }
        self.init(
            release: Self.summary, title: summary.title, period: .month(summary.month), months: [summary.month],
            preparedOn: summary.preparedOn, cover: summary.cover,
            readers: policy.summary.readers.map(policy.title(of:)), sheets: summary.sheetsReceived, waits: false,
            tables: tables, notes: [], method: 1)
    }
}

extension ContactForm {
    /// The numbers of each row of a table that has a row for every kind, option or quantity.
    fileprivate func rows(of table: SummaryTable) -> [[CountKey]] {
        switch table {
        case .kinds: kinds.map { [.entries($0.id)] }
        case .answers(_, let kind, let question, _, _):
            options(of: question, kind).map { [.answer(kind: kind, question: question, option: $0.id)] }
        case .sums(_, let quantities, _, _):
            quantities.map { quantity in
                kinds(asking: quantity).map { .amount(kind: $0.id, quantity: quantity) }
            }
        }
    }
}
