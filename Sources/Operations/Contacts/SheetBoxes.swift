import Program
import Sealing
import Store

/// A sheet as its supporter opens it.
struct KeptSheet {
    /// The pack whose form it was begun on.
    let pack: String
    let content: SheetContent
    /// The size of its box.
    let size: SheetSize
    /// Whether its entries are still rows, from before sheets were sealed.
    let isOfBefore: Bool
}

/// A box that cannot be what it should.
struct UnreadableSheet: Error {}

// A supporter's month is one box that only their own key finds and opens. It is there from the first entry until nobody can submit that
// month any more: submitting it changes what is in the box, and nothing that shows from outside. All boxes of an agency are locked anew
// every hour, so that whoever has copies of the database of every hour sees neither which was written in nor which was submitted
// (docs/decisions/contacts-and-filing.md).
extension Programmes {
    /// The staff member's own sheet of the month; nothing where nothing was written in it.
    func keptSheet(
        _ month: Month, of staff: Staff, _ transaction: any Transaction
    ) throws -> KeptSheet? {
        try transaction.sheet(id: staff.sheetID(month)).map { try opened($0, month, of: staff, transaction) }
    }

    /// Those of several months.
    func keptSheets(
        _ months: [Month], of staff: Staff, _ transaction: any Transaction
    ) throws -> [Month: KeptSheet] {
        let ids = Dictionary(months.map { (staff.sheetID($0), $0) }, uniquingKeysWith: { first, _ in first })
        let rows = try transaction.sheets(ids: Array(ids.keys))
        return try rows.reduce(into: [:]) { kept, row in
            guard let month = ids[row.id] else { return }
            kept[month] = try opened(row, month, of: staff, transaction)
        }
    }

    /// Keeps what a sheet holds from now on.
    ///
    /// - Parameters:
    ///   - before: what it was; nothing where it is begun.
    ///   - pack: whose form it is on where it is begun.
    /// - Returns: false where it does not fit.
    func keep(
        _ content: SheetContent, after before: KeptSheet?, in month: Month, pack: String, _ doing: Doing
    ) throws -> Bool {
        let (staff, agency, transaction) = (doing.staff, doing.agency.id, doing.transaction)
        let (id, bytes) = (staff.sheetID(month), content.bytes)
        guard let size = SheetSize(holding: bytes.count, atLeast: before?.size ?? .small),
            let own = try staff.key.sheetKey.seal(bytes, agency: agency, month: month.text, size: size),
            let locked = try keys.lock(sheet: .own(own), id: id, size: size)
        else { return false }
        try transaction.keepSheet(
            id: id, agency: agency, month: month, pack: before?.pack ?? pack, sealed: locked, hour: doing.now.hour)
        if before?.isOfBefore == true { try transaction.deleteContactsOfBefore(sheet: id) }
        if month < Self.lockedEveryHour(on: staff.today) { try lockAnew(month, of: agency, at: doing.now, transaction) }
        return true
    }

    private func opened(
        _ row: SheetRow, _ month: Month, of staff: Staff, _ transaction: any Transaction
    ) throws -> KeptSheet {
        guard let sealed = row.sealed else {
            return KeptSheet(
                pack: row.pack, content: .draft(try transaction.contactsOfBefore(sheet: row.id)), size: .small,
                isOfBefore: true)
        }
        let (box, size) = try keys.unlock(sheet: sealed, id: row.id)
        let bytes =
            switch box {
            case .before(let entries): entries
            case .own(let own): try staff.key.sheetKey.open(own, agency: staff.agency.id, month: month.text)
            }
        guard let content = SheetContent(bytes: bytes) else { throw UnreadableSheet() }
        return KeptSheet(pack: row.pack, content: content, size: size, isOfBefore: false)
    }
}

extension Programmes {
    /// Locks the boxes of the latest months anew, once an hour, whether anything was written in them or not. Those of earlier months,
    /// in which hardly anybody still writes, are all locked anew whenever one of them changes.
    package func lockSheetsAnew() async throws {
        let now = clock()
        try await forEveryAgency { row in
            let first = try await database.read { transaction in
                Self.lockedEveryHour(on: try agency(row, in: transaction).day(at: now))
            }
            var isMore = true
            while isMore {
                isMore = try await database.write { [keys] transaction in
                    let boxes = try transaction.sheetsToLock(
                        agency: row.id, from: first, hour: now.hour, limit: lockedAtOnce)
                    try transaction.lockAnew(boxes, with: keys, at: now)
                    return boxes.count == lockedAtOnce
                }
            }
        }
    }

    /// The earliest month whose boxes are locked anew every hour.
    private static func lockedEveryHour(on today: Day) -> Month { today.month.adding(-2) }

    private func lockAnew(
        _ month: Month, of agency: String, at now: Instant, _ transaction: any Transaction
    ) throws {
        try transaction.lockAnew(try transaction.sheets(agency: agency, month: month), with: keys, at: now)
    }
}

extension Transaction {
    fileprivate func lockAnew(_ boxes: [SheetRow], with keys: ServerKeys, at now: Instant) throws {
        for row in boxes {
            guard let sealed = row.sealed else { continue }
            let (box, size) = try keys.unlock(sheet: sealed, id: row.id)
            guard let locked = try keys.lock(sheet: box, id: row.id, size: size) else { throw UnreadableSheet() }
            try relockSheet(id: row.id, sealed: locked, hour: now.hour)
        }
    }
}

extension Instant {
    /// Hours since the beginning of 1970.
    fileprivate var hour: Int64 { milliseconds / 3_600_000 }
}

private let lockedAtOnce = 50
