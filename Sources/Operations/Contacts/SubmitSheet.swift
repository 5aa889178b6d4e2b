import Program
import Store

extension Programmes {
    /// Submits the supporter's sheet of the month: from now on it cannot be changed.
    ///
    /// What is in it becomes counts of its month in the same transaction. Where the form bears no name the entries are
    /// gone with that; where it bears one they stay, tied to their supporter, until the month's summary is frozen.
    package func submitSheet(_ month: Month, by staff: Staff) async throws -> Result<Filing, Refusal> {
        try await act(by: staff, .holding(.keepStatSheet)) { doing in
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            let rule = doing.policy.statSheet
            let id = staff.sheetID(month)
            let form = try form(of: id, staff, in: transaction)
            let entries = try transaction.contacts(sheet: id).map { try form.entry($0.contact, in: month) }
            let sheet = StatSheet(month: month, form: form, entries: entries)
            let filing = sheet.filed(on: staff.today, under: rule)
            guard let counted = try counted(sheet, of: month, doing) else { return .refused(.noRoomToCount) }
            guard try transaction.insert(filing, account: staff.account, agency: agency.id, pack: agency.packHash)
            else { return .refused(rule.submitted(month)) }
            try transaction.setTallies(counted.boxes, agency: agency.id)
            if form.bearsSupporterName {
                try transaction.beginSheet(id: id, agency: agency.id, month: month, pack: agency.packHash)
                try transaction.nameSheet(
                    id, account: staff.account, agency: agency.id, month: month, countedIn: counted.month)
            } else {
                try transaction.deleteSheet(id: id)
            }
            return .done(filing, .entry(.statSheetSubmitted, on: month.text, under: rule.basis.clauses))
        }.whileAllowed()
    }
}

extension Refusal {
    /// The box of a month's counts is full, which no form comes near.
    fileprivate static let noRoomToCount = Refusal(
        "This month's counts have no room left, so the sheet was not submitted. Please tell whoever runs the server.")
}
