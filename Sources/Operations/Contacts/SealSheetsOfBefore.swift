import Program
import Sealing
import Store

extension Programmes {
    /// Seals what an installation has of before sheets were sealed: entries of drafts, submitted sheets that bear a name, and the
    /// minutes beside filings. Drafts are locked by the server until their supporter uses them, since only their key can seal them.
    /// Harmless to repeat, and on several nodes.
    package func sealSheetsOfBefore() async throws {
        let now = clock()
        try await forEveryAgency { row in
            for seal in [sealDrafts, sealNamedSheets, sealMinutes] {
                while try await database.write(inTurnOf: row.id, { try seal(row.id, now, $0) }) {}
            }
        }
    }

    /// - Returns: whether there is more.
    @Sendable
    private func sealDrafts(_ agency: String, _ now: Instant, _ transaction: any Transaction) throws -> Bool {
        let drafts = try transaction.sheetsOfBefore(agency: agency, limit: sealedAtOnce)
        for draft in drafts {
            let bytes = SheetContent.draft(try transaction.contactsOfBefore(sheet: draft.id)).bytes
            guard let size = SheetSize(holding: bytes.count),
                let locked = try keys.lock(sheet: .before(bytes), id: draft.id, size: size)
            else { throw UnreadableSheet() }
            try transaction.relockSheet(id: draft.id, sealed: locked, hour: 0)
            try transaction.deleteContactsOfBefore(sheet: draft.id)
        }
        return drafts.count == sealedAtOnce
    }

    @Sendable
    private func sealNamedSheets(_ agency: String, _ now: Instant, _ transaction: any Transaction) throws -> Bool {
        let sheets = try transaction.namedSheetsOfBefore(agency: agency, limit: sealedAtOnce)
        for sheet in sheets {
            try keepFiled(
                try transaction.contactsOfBefore(sheet: sheet.sheet), of: sheet.account, in: sheet.month,
                countedIn: sheet.countedIn, pack: sheet.pack, agency: agency, transaction)
            try transaction.deleteNamedSheetOfBefore(sheet.sheet)
        }
        return sheets.count == sealedAtOnce
    }

    @Sendable
    private func sealMinutes(_ agency: String, _ now: Instant, _ transaction: any Transaction) throws -> Bool {
        let filings = try transaction.minutesOfBefore(agency: agency, limit: sealedAtOnce)
        for (quarter, filings) in Dictionary(grouping: filings, by: { Quarter(of: $0.filedOn.month) }) {
            try add(filings.map { ($0.account, $0.minutes) }, toHoursOf: quarter, agency: agency, transaction)
        }
        for filing in filings {
            try transaction.clearMinutesOfBefore(account: filing.account, month: filing.month, agency: agency)
        }
        return filings.count == sealedAtOnce
    }
}

private let sealedAtOnce = 100
