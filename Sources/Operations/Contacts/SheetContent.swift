import Program
import Store

/// What a supporter keeps of a month, as it is sealed: numbers by the form and ids, no words, no time of day, nobody's name.
enum SheetContent: Equatable {
    /// What was counted so far.
    case draft([ContactRow])
    /// Submitted: the sum of its time is left, for the supporter alone.
    case filed(minutes: Int)

    var entries: [ContactRow] {
        switch self {
        case .draft(let entries): entries
        case .filed: []
        }
    }

    /// All time of support in it.
    var minutes: Int {
        switch self {
        case .draft(let entries): entries.minutes
        case .filed(let minutes): minutes
        }
    }

    /// The place of the next entry.
    var nextPlace: Int { (entries.map(\.place).max() ?? 0) + 1 }

    var bytes: [UInt8] {
        switch self {
        case .draft(let entries): [Self.draftMark] + entries.flatMap(\.sealedBytes)
        case .filed(let minutes): [Self.filedMark] + minutes.bytes(4)
        }
    }

    /// Nothing where the bytes are no sheet.
    init?(bytes: [UInt8]) {
        var reading = ByteReading(bytes[...])
        switch reading.take(1).first {
        case Self.draftMark:
            var entries: [ContactRow] = []
            while !reading.isAtEnd {
                guard let entry = ContactRow(&reading) else { return nil }
                entries.append(entry)
            }
            self = .draft(entries)
        case Self.filedMark:
            guard let minutes = reading.number(4), reading.isAtEnd else { return nil }
            self = .filed(minutes: minutes)
        default: return nil
        }
    }

    private static let draftMark: UInt8 = 1
    private static let filedMark: UInt8 = 2
}

extension [ContactRow] {
    var minutes: Int {
        reduce(0) { sum, row in
            row.contact.amounts.reduce(sum) { $1.key.isTime ? $0 + $1.value : $0 }
        }
    }

    /// By day, then in the order of writing.
    var inOrder: [ContactRow] {
        sorted { ($0.contact.day ?? 0, $0.place) < ($1.contact.day ?? 0, $1.place) }
    }
}

extension ContactRow {
    /// An entry takes 29 to 47 bytes, so that a thousand fit into the largest box.
    fileprivate var sealedBytes: [UInt8] {
        var given: UInt8 = 0
        var amounts: [UInt8] = []
        for (place, quantity) in Quantity.inBytes.enumerated() {
            guard let amount = contact.amounts[quantity] else { continue }
            given |= 1 << UInt8(place)
            amounts += amount.bytes(3)
        }
        let marks = Int(contact.marks).bytes(8)
        return id + place.bytes(2) + contact.kind.bytes(1) + (contact.day ?? 0).bytes(1) + marks + [given] + amounts
    }

    fileprivate init?(_ reading: inout ByteReading) {
        let id = reading.take(16)
        guard let place = reading.number(2), let kind = reading.number(1), let day = reading.number(1),
            let marks = reading.number(8), let given = reading.number(1)
        else { return nil }
        var amounts: [Quantity: Int] = [:]
        for (place, quantity) in Quantity.inBytes.enumerated() where given & (1 << place) != 0 {
            guard let amount = reading.number(3) else { return nil }
            amounts[quantity] = amount
        }
        self.init(
            id: id, place: place,
            contact: StoredContact(kind: kind, day: day == 0 ? nil : day, marks: Int64(marks), amounts: amounts))
    }
}

extension Quantity {
    /// In the order in which amounts are sealed, which never changes: what comes is added at the end.
    fileprivate static let inBytes: [Quantity] = [
        .minutes, .minutesInPerson, .minutesByPhone, .participants, .referrals, .followUps,
    ]
}

extension Int {
    /// The number in so many bytes, the greatest first.
    fileprivate func bytes(_ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }
}

private struct ByteReading {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) -> [UInt8] {
        let taken = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        return taken
    }

    /// Nothing where the bytes end before.
    mutating func number(_ count: Int) -> Int? {
        guard rest.count >= count else { return nil }
        return take(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
