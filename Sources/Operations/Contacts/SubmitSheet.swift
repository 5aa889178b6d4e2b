import Program
import Store

extension Programmes {
    /// Submits the supporter's sheet of the month: from now on it cannot be changed.
    ///
    /// What is in it becomes counts of its month in the same transaction. Where the form bears no name the entries are
    /// gone with that; where it bears one they stay, tied to their supporter, until the month's summary is frozen.
    package func submitSheet(_ month: Month, by staff: Staff) async throws -> Result<Filing, Refusal> {
        let now = clock()
        return try await database.write { transaction in
            if let refusal = try refusalToWrite(in: month, by: staff, transaction) { return .failure(refusal) }
            let rule = staff.policy.statSheet
            let id = staff.sheetID(month)
            let form = try form(of: id, staff, in: transaction)
            let entries = try transaction.contacts(sheet: id).map { try form.entry($0.contact, in: month) }
            let sheet = StatSheet(month: month, form: form, entries: entries)
            let filing = Filing(
                month: month, filedOn: staff.today, minutes: sheet.minutes, late: rule.isLate(month, on: staff.today))
            guard
                try transaction.insert(
                    filing, account: staff.account, agency: staff.agency.id, pack: staff.agency.packHash)
            else { return .failure(rule.submitted(month)) }
            let countedIn = staff.policy.summary.counts(
                sheetOf: month, latest: try transaction.latestSummarisedMonth(agency: staff.agency.id))
            for (figure, amount) in sheet.counts(for: staff.policy.summary).values.sorted(by: { $0.key < $1.key }) {
                try transaction.add(amount, toFigure: figure.text, agency: staff.agency.id, month: countedIn)
            }
            if form.bearsSupporterName {
                try transaction.beginSheet(id: id, agency: staff.agency.id, month: month, pack: staff.agency.packHash)
                try transaction.nameSheet(
                    id, account: staff.account, agency: staff.agency.id, month: month, countedIn: countedIn)
            } else {
                try transaction.deleteSheet(id: id)
            }
            try transaction.record(
                .statSheetSubmitted, in: staff.agency, by: staff.actor, on: month.text, under: rule.basis.clauses,
                at: now)
            return .success(filing)
        }
    }
}
