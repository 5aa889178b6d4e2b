import HTML
import Operations
import Program

/// The pages of a supporter's own stat sheets.
enum SheetPages {
    /// The months the supporter has or owes.
    static func months(_ months: [OwnMonth], _ visit: StaffVisit) -> HTML {
        let staff = visit.staff
        let rows = months.map { own -> [HTML] in
            [
                "<a\(href: SheetAddresses.sheet.link(own.month))>\(own.month.name)</a>",
                standing(own.filing, own.month, staff),
                own.filing == nil ? "" : own.minutes.map { HTML(text: minutesInWords($0)) } ?? "",
            ]
        }
        return page(
            "My months", in: Shells.staff(visit, at: SheetAddresses.sheets),
            main: """
                \(dataTable(
                    "Your months, the latest first",
                    columns: ["Month", "State", TableColumn("Time", .number)], rows: rows))
                \(actions(linkButton("A blank sheet to print", to: SheetAddresses.blank.link(), icon: .sheet)))
                """)
    }

    /// The agency's form with nothing in it, to fill in by hand.
    static func blank(_ visit: StaffVisit) -> HTML {
        page(
            "A blank sheet", in: Shells.staff(visit, at: SheetAddresses.sheets),
            lead: "To print and to fill in by hand. Write nobody's name on it but, where it asks for it, your own.",
            back: Crumb("My months", SheetAddresses.sheets.link()), width: .wide,
            main: blankSheet(visit))
    }

    /// One month's sheet, in the form of the agency, and what can be done with it.
    static func sheet(
        _ own: OwnSheet, _ visit: StaffVisit, counted: Bool = false, refused: Refused? = nil
    ) -> HTML {
        let month = own.sheet.month
        return page(
            month.name, in: Shells.staff(visit, at: SheetAddresses.sheets),
            back: Crumb("My months", SheetAddresses.sheets.link()),
            announcement: refused?.announcement
                ?? (counted ? justDone("Counted.") : nil), width: .wide,
            main: """
                \(state(own, visit))
                \(own.hasEntries ? printedSheet(own.sheet, by: visit.staff.name, visit) : nil)
                \(own.filing == nil ? entries(own, visit) : nil)
                """)
    }

    /// The sheet again where something with it was refused.
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ month: Month) async throws -> Answer? {
        try await visit.ownSheet(month).map { .page(sheet($0, visit, refused: refused), again: refused) }
    }

    private static func state(_ own: OwnSheet, _ visit: StaffVisit) -> HTML {
        let month = own.sheet.month
        let rule = visit.pack.statSheet
        if let filing = own.filing {
            let late = filing.late ? " It was late." : ""
            let time = own.minutes.map { "\(minutesInWords($0)) of support: only you see this here." } ?? ""
            let gone = own.hasEntries ? "" : " Its entries became counts and are no longer kept here."
            return callout(
                "Submitted on \(filing.filedOn.longName).", tone: .good,
                "<p>\(time)\(late)\(gone)</p>")
        }
        let receiver = visit.pack.role(rule.receivedBy)?.title ?? ""
        let isOver = month < visit.staff.today.month
        let warning: HTML? =
            isOver ? nil : "<p>\(month.name) is not over: a contact after this could no longer be counted in it.</p>"
        return """
            <p>Due by \(own.due.longName). It goes to the \(receiver).
            \(rule.isLate(month, on: visit.staff.today) ? badge("Late", tone: .warning) : nil)</p>
            \(actions(
                linkButton("Count a contact", to: ContactAddresses.newContact.link(), style: .primary, icon: .add),
                SheetActs.submit.asConfirmation(
                    "Submit \(month.name)",
                    "<p>Once submitted, it cannot be changed. \(keepingWords(own))</p>\n\(warning)",
                    button: "Submit it now", visit, month, inside: .primary)))
            """
    }

    private static func keepingWords(_ own: OwnSheet) -> String {
        own.sheet.form.bearsSupporterName ? "" : "Print it first if you want to keep it."
    }

    private static func entries(_ own: OwnSheet, _ visit: StaffVisit) -> HTML {
        guard !own.sheet.entries.isEmpty else {
            return emptyState("No contacts yet", "A month without contacts is submitted too.")
        }
        let form = own.sheet.form
        let rows = zip(own.ids, own.sheet.entries).map { id, entry -> [HTML] in
            let contact = ContactID(id)
            let label = form.kind(entry.kind)?.label ?? entry.kind
            return [
                "<a\(href: ContactAddresses.contact.link(own.sheet.month, contact))>\(entry.day?.shortName ?? label)</a>",
                "\(form.grain == .day ? label : own.sheet.month.name) \(UnconfirmedEntries.mark(entry, in: form))",
                HTML(text: form.asksTime ? minutesInWords(entry.minutes) : ""),
                ContactActs.remove.asButton("Remove", visit, own.sheet.month, contact, style: .quiet),
            ]
        }
        let table = dataTable(
            "Entries of \(own.sheet.month.name)",
            columns: [
                "Entry", TableColumn(form.grain == .day ? "Kind" : "Month"),
                TableColumn(form.asksTime ? "Time" : "", .number), "",
            ],
            rows: rows, captioned: .unseen)
        return section("Entries", "\(UnconfirmedEntries.notice(own.sheet))\(table)")
    }

    private static func standing(_ filing: Filing?, _ month: Month, _ staff: Staff) -> HTML {
        if let filing { return filing.inWords }
        if staff.policy.statSheet.isLate(month, on: staff.today) { return badge("Late", tone: .warning) }
        return badge(month == staff.today.month ? "Open" : "To submit")
    }
}

extension Filing {
    /// That it is submitted, and whether in time.
    var inWords: HTML { late ? badge("Submitted late") : badge("Submitted", tone: .good) }
}
