import Program
import Store

extension Programmes {
    /// Submits the supporter's sheet of the month: from now on it cannot be changed.
    ///
    /// What is in it becomes counts of its month in the same transaction, and its time comes into the box of the quarter. The draft's
    /// entries are gone with that. Where the form bears a name they stay, locked beside the filing, until the month's summary is frozen.
    package func submitSheet(_ month: Month, by staff: Staff) async throws -> Result<Filing, Refusal> {
        try await act(by: staff, .holding(.keepStatSheet)) { doing in
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            let rule = doing.policy.statSheet
            let kept = try keptSheet(month, of: staff, transaction)
            let form = try form(of: kept, staff, in: transaction)
            let rows = kept?.content.entries.inOrder ?? []
            let entries = try rows.map { try form.entry($0.contact, in: month) }
            let sheet = StatSheet(month: month, form: form, entries: entries)
            let filing = sheet.filed(on: staff.today, under: rule)
            guard let counted = try counted(sheet, of: month, doing) else { return .refused(.noRoomToCount) }
            guard try transaction.insert(filing, account: staff.account, agency: agency.id, pack: agency.packHash)
            else { return .refused(rule.submitted(month)) }
            try transaction.setTallies(counted.boxes, agency: agency.id)
            try add(
                [(staff.account, sheet.minutes)], toHoursOf: Quarter(of: staff.today.month), agency: agency.id,
                transaction)
            if form.bearsSupporterName {
                try keepFiled(
                    rows, of: staff.account, in: month, countedIn: counted.month, pack: kept?.pack ?? agency.packHash,
                    agency: agency.id, transaction)
            }
            try close(kept, filing: sheet, doing)
            return .done(filing, .entry(.statSheetSubmitted, on: month.text, under: rule.basis.clauses))
        }.whileAllowed()
    }

    /// Leaves the sum of its time in the draft's box, for the supporter alone, and nothing else. A sheet that was not begun stays so:
    /// submitting none changes how many boxes there are.
    private func close(_ kept: KeptSheet?, filing sheet: StatSheet, _ doing: Doing) throws {
        guard let kept else { return }
        let filed = SheetContent.filed(minutes: sheet.minutes)
        guard try keep(filed, after: kept, in: sheet.month, pack: kept.pack, doing) else { throw UnreadableSheet() }
    }
}

extension Refusal {
    /// The box of a month's counts is full, which no form comes near.
    fileprivate static let noRoomToCount = Refusal(
        "This month's counts have no room left, so the sheet was not submitted. Please tell whoever runs the server.")
}
