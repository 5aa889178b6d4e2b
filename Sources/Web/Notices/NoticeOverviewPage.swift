import HTML
import Operations
import Program

/// What waits for an answer in the programme, for whoever watches over it.
enum NoticeOverviewPage {
    static func overview(_ notices: [OverseenNotice], _ visit: StaffVisit) -> HTML {
        let open = notices.filter(\.notice.isOpen)
        let answered = notices.filter { !$0.notice.isOpen }
        let rule = visit.pack.availability.acknowledgement
        return page(
            "What waits for an answer", in: Shells.staff(visit, at: NoticeAddresses.notices),
            lead: rule.map {
                "Supporters answer within \($0.withinHours.number) hours. \($0.basis.of(.withinHours).notes)"
            },
            back: Crumb("Notices", NoticeAddresses.notices.link()), width: .wide,
            main: """
                \(figures([
                    Figure("Unanswered", "\(open.count)"), Figure("Overdue", "\(open.count { $0.isOverdue })"),
                ]))
                \(open.isEmpty
                    ? emptyState("Nothing waits", "Every notice was answered.") : section("Unanswered", waiting(open, visit)))
                \(answered.isEmpty ? nil : section("Answered in the last thirty days", done(answered, visit)))
                """)
    }

    private static func waiting(_ notices: [OverseenNotice], _ visit: StaffVisit) -> HTML {
        dataTable(
            "Unanswered notices",
            columns: ["Notice", "For", "Since", "Answer by"],
            rows: notices.map { overseen in
                let due = overseen.notice.due.map { visit.staff.agency.moment($0) } ?? "any time"
                return [
                    HTML(text: overseen.notice.kind.shortName), HTML(text: overseen.addressee),
                    HTML(text: since(overseen.notice, visit)),
                    "\(due) \(overseen.isOverdue ? badge("Overdue", tone: .warning) : nil)",
                ]
            }, captioned: .unseen)
    }

    private static func done(_ notices: [OverseenNotice], _ visit: StaffVisit) -> HTML {
        dataTable(
            "Answered notices",
            columns: ["Notice", "For", "Since", "Answered after", "By", "How"],
            rows: notices.map { overseen in
                let answer = overseen.notice.acknowledgement
                let length = overseen.notice.secondsToAcknowledge.map { lengthInWords(seconds: $0) }
                let took = length ?? answer.map { visit.staff.agency.moment($0.at) } ?? ""
                return [
                    HTML(text: overseen.notice.kind.shortName), HTML(text: overseen.addressee),
                    HTML(text: since(overseen.notice, visit)),
                    "\(took) \(overseen.isOverdue ? badge("Late", tone: .warning) : nil)",
                    HTML(text: overseen.answeredBy ?? ""), HTML(text: answer?.how.words ?? ""),
                ]
            }, captioned: .unseen)
    }

    private static func since(_ notice: Notice, _ visit: StaffVisit) -> String {
        notice.raisedAt.map { visit.staff.agency.moment($0) } ?? notice.raisedOn.longName
    }
}
