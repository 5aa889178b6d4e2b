import HTML
import Operations
import Program

/// Days on which a supporter alone is reminded of a request (OCP-I.C.3.e, PD-E.8).
enum RemindingPages {
    static func reminders(_ request: SupporterView, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        """
        \(request.reminders.isEmpty ? nil : cards(request.reminders.map { reminder($0, request, visit) }))
        \(furtherFields("Set a reminder", isOpen: refusal != nil, form(request, visit, refusal)))
        """
    }

    private static func reminder(_ reminder: Reminder, _ request: SupporterView, _ visit: StaffVisit) -> HTML {
        card(
            reminder.kind.forSupporter, level: .third,
            badge: reminder.day <= visit.staff.today ? badge("Due", tone: .warning) : nil,
            """
            <p>On \(reminder.day.longName)</p>
            \(buttonForm(
                "Done", to: SupportingAddresses.reminderDone.link(PathID(request.id), PathID(reminder.id)),
                token: visit.formToken))
            """)
    }

    private static func form(_ request: SupporterView, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(
            to: SupportingAddresses.reminders.link(PathID(request.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let followUp = visit.pack.requests.followUp
        let today = visit.staff.today
        let days = Set([1, 3, 7, 14, 30, followUp.reminderDays.number] + referralDays(visit.pack)).sorted()
            .compactMap { today.adding(days: $0) }
        return form.html(
            """
            \(form.choice(
                SupportingActs.kindField, "Of what?",
                ReminderKind.allCases.map { FieldOption($0.rawValue, $0.forSupporter) },
                first: ReminderKind.followUp.rawValue, clause: followUp.basis.clauses.first?.text))
            \(form.choice(
                SupportingActs.dayField, "When?", days.map { FieldOption($0.text, $0.shortName) },
                first: today.adding(days: followUp.reminderDays.number)?.text))
            """, actions: button("Set the reminder", style: .secondary))
    }

    private static func referralDays(_ pack: PolicyPack) -> [Int] {
        pack.referrals.followUpAfterDays.map { [$0.value.number] } ?? []
    }
}
