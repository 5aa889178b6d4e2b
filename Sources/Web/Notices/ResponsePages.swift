import HTML
import Operations
import Program

/// Saying that one responds in person, after hours or off duty.
enum ResponsePages {
    static func respond(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        guard let rule = visit.programmes.responseRule(for: visit.staff) else {
            return frame(
                visit, lead: nil,
                emptyState("Nobody has to be told", "This programme's policy asks for no notice when you go out."))
        }
        let told = NoticeWords.title(of: rule.to, visit.pack)
        return frame(
            visit,
            lead: "After hours or off duty, the \(told) is told. \(rule.basis.notes)",
            """
            <p>The notice says that you respond. It does not say to whom, where or why.</p>
            \(NoticeActs.respond.form(visit, refused: refused, button: "Tell the \(told)"))
            """)
    }

    static func told(_ visit: StaffVisit) -> HTML {
        frame(
            visit, lead: nil,
            justDone(
                "That you respond in person is on its way",
                "<p>They are asked again until somebody acknowledges it. Go safely.</p>"))
    }

    private static func frame(_ visit: StaffVisit, lead: HTML?, _ content: HTML) -> HTML {
        page(
            "I respond in person", in: Shells.staff(visit, at: NoticeAddresses.notices), lead: lead,
            back: Crumb("Notices", NoticeAddresses.notices.link()), main: content)
    }
}

/// That it was told, for the page that follows to say it.
enum ResponseChange: String, Sendable {
    case told
}
