import HTML
import Operations
import Program

/// What somebody is told stands on their home itself, whole: what to do, until when, and the ways to do it. What somebody waits for
/// stands before everything else.
enum HomeNotices {
    /// The most of each that stand here; the rest are one tap away.
    private static let mostPressing = 8
    private static let mostOthers = 4

    static func pressing(_ notices: [ReceivedNotice], _ visit: StaffVisit) -> HTML? {
        let waiting = notices.filter { isPressing($0, visit) }
        return waiting.isEmpty ? nil : part("Needs you now", waiting, most: mostPressing, visit)
    }

    static func others(_ notices: [ReceivedNotice], _ visit: StaffVisit) -> HTML? {
        let waiting = notices.filter { !isPressing($0, visit) }
        return waiting.isEmpty ? nil : part("Needs you today", waiting, most: mostOthers, visit)
    }

    private static func isPressing(_ received: ReceivedNotice, _ visit: StaffVisit) -> Bool {
        received.notice.urgency(at: visit.programmes.clock()) >= .soon
    }

    private static func part(_ title: String, _ notices: [ReceivedNotice], most: Int, _ visit: StaffVisit) -> HTML {
        let count = notices.count == 1 ? "1 notice" : "\(notices.count) notices"
        return section(
            title,
            """
            \(notices.prefix(most).map { NoticePages.notice($0, visit, level: .third) })
            \(actions(linkButton("\(count): see all", to: NoticeAddresses.notices.link(), style: .quiet)))
            """)
    }
}
