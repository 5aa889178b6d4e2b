import HTML
import Operations
import Program

/// Off-duty time that waits for somebody's decision: who, when, how long, which kind of activity, and no more.
enum DutyApprovalPages {
    static let title = "Off-duty time to approve"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.dutyTime.offDutyPay,
            let view = try await visit.programmes.dutyTimeApprovals(for: visit.staff)
        else { return nil }
        let words =
            switch rule.approval {
            case .before:
                "Your yes is a pre-approval only before the time begins. A later one is marked as that, everywhere."
            case .beforeOrAfter: "You may say yes before the time or after it."
            }
        return .page(
            page(
                title, in: Shells.staff(visit, at: DutyTimeAddresses.approvals),
                lead: "\(words) Whom it was for is kept nowhere. \(rule.basis.notes)",
                announcement: refused?.words, width: .wide,
                main: """
                    \(section("Waits for you", waiting(view.waiting, visit)))
                    \(view.decided.isEmpty ? nil : section("Decided by you", decided(view.decided, visit)))
                    """), again: refused)
    }

    private static func waiting(_ listed: [DutyTimeToDecide], _ visit: StaffVisit) -> HTML {
        guard !listed.isEmpty else {
            return emptyState("Nothing waits", "You are told when a member asks.")
        }
        return dataTable(
            "To decide", columns: ["Member", "When", TableColumn("Hours", .number), "Activity", ""],
            rows: listed.map { row in
                let id = PathID(row.entry.id)
                return cells(row, visit) + [
                    actions(
                        DutyTimeActs.decide.asButton(
                            "Approve", visit, id, style: .primary, hidden: [("answer", "approved")]),
                        DutyTimeActs.decide.asButton("Decline", visit, id, hidden: [("answer", "declined")]))
                ]
            }, captioned: .unseen)
    }

    private static func decided(_ listed: [DutyTimeToDecide], _ visit: StaffVisit) -> HTML {
        dataTable(
            "Decided", columns: ["Member", "When", TableColumn("Hours", .number), "Activity", "Decision"],
            rows: listed.map { row in
                cells(row, visit) + [row.approval.badge(under: visit.pack.dutyTime.offDutyPay) ?? ""]
            }, captioned: .unseen)
    }

    private static func cells(_ row: DutyTimeToDecide, _ visit: StaffVisit) -> [HTML] {
        [
            HTML(text: row.member),
            "\(row.entry.time.words(visit.agency.calendar)) \(row.entry.isPlanned ? badge("Asked ahead") : nil)",
            HTML(text: row.entry.time.minutes.asHundredthsOfHours), HTML(text: row.entry.activity.words),
        ]
    }

    /// On the home of whoever decides: what waits.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.approvesDutyTime, visit.staff.powers.contains(.approveDutyTime) else { return [] }
        let waiting = try await visit.programmes.dutyTimeToDecide(by: visit.staff)
        guard waiting > 0 else { return [] }
        return [
            linkCard(
                title, detail: "\(waiting) \(waiting == 1 ? "entry" : "entries")",
                to: DutyTimeAddresses.approvals.link(),
                icon: .clock, badge: badge("To decide", tone: .warning))
        ]
    }

    // MARK: Hours by month

    static let hoursTitle = "Hours of the team"

    static func hours(_ visit: StaffVisit) async throws -> Answer? {
        guard let hours = try await visit.programmes.dutyHours(for: visit.staff) else { return nil }
        return .page(
            page(
                hoursTitle, in: Shells.staff(visit, at: DutyTimeAddresses.hours),
                lead: "Of months that are over, as sums. When and for what is shown to nobody here.", width: .wide,
                main: hours.isEmpty
                    ? emptyState("No hours yet", "Sums stand here once a month is over.")
                    : dataTable(
                        "Hours by month",
                        columns: [
                            "Month", "Member", TableColumn("On duty", .number), TableColumn("Off duty", .number),
                        ],
                        rows: hours.map { row in
                            [
                                HTML(text: row.month.name), HTML(text: row.member),
                                HTML(text: row.onDutyMinutes.asHundredthsOfHours),
                                HTML(text: row.offDutyMinutes.asHundredthsOfHours),
                            ]
                        }, captioned: .unseen)))
    }
}
