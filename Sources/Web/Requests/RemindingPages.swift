import HTML
import Operations
import Program

/// Days on which a supporter alone is reminded of a request (OCP-I.C.3.e, PD-E.8).
enum RemindingPages {
    static func reminders(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        """
        \(request.reminders.isEmpty ? nil : cards(request.reminders.map { reminder($0, request, visit) }))
        \(furtherFields("Set a reminder", isOpen: refused?.act == SupportingActs.remind.id, form(request, visit, refused)))
        """
    }

    private static func reminder(_ reminder: Reminder, _ request: SupporterView, _ visit: StaffVisit) -> HTML {
        card(
            reminder.kind.forSupporter, level: .third,
            badge: reminder.day <= visit.staff.today ? badge("Due", tone: .warning) : nil,
            """
            <p>On \(reminder.day.longName)</p>
            \(SupportingActs.doneReminder.asButton("Done", visit, PathID(request.id), PathID(reminder.id)))
            """)
    }

    private static func form(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let followUp = visit.pack.requests.followUp
        let today = visit.staff.today
        let days = Set([1, 3, 7, 14, 30, followUp.reminderDays.number] + referralDays(visit.pack)).sorted()
            .compactMap { today.adding(days: $0) }
        var filled = Filled(
            options: [SupportingActs.day.name: days.map { FieldOption($0.text, $0.shortName) }],
            first: [SupportingActs.kind.name: ReminderKind.followUp.rawValue])
        filled.first[SupportingActs.day.name] = today.adding(days: followUp.reminderDays.number)?.text
        return SupportingActs.remind.form(
            visit, PathID(request.id), filled: filled, refused: refused, button: "Set the reminder", style: .secondary)
    }

    private static func referralDays(_ pack: PolicyPack) -> [Int] {
        pack.referrals.followUpAfterDays.map { [$0.value.number] } ?? []
    }
}
