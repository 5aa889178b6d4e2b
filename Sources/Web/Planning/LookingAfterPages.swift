import HTML
import Operations
import Program

enum LookingAfterAddresses {
    static let page = FixedAddress("looking-after-yourself")
}

extension Routes {
    /// Only ever one's own: there is no address for anybody else's.
    static let lookingAfter: [Route] = [
        .staff(.get, LookingAfterAddresses.page, for: .holding(.keepStatSheet)) { visit in
            .page(try await LookingAfterPages.own(visit))
        },
        .read(
            "readOwnLoad", "Your own hours, from the sheets that you filed. Nobody else can read them here.",
            at: LookingAfterAddresses.page, for: .holding(.keepStatSheet), "The past half year, the latest first.",
            Shape<OwnLoad>(
                .list(
                    "months", of: Shape<OwnLoad.FiledMonth>(.month("month", \.month), .count("minutes", \.minutes)),
                    \.months),
                .flag("heavy", about: "Whether one of the last two months was heavy.", \.isHeavy))
        ) { visit in try await visit.programmes.ownLoad(of: visit.staff) },
    ]
}

/// Supporters look after themselves: their own hours, and the ways to make it lighter.
enum LookingAfterPages {
    static let title = "Looking after yourself"

    static func own(_ visit: StaffVisit) async throws -> HTML {
        let load = try await visit.programmes.ownLoad(of: visit.staff)
        let consultants = try await visit.programmes.consultants(for: visit.staff)
        return page(
            title, in: Shells.staff(visit, at: LookingAfterAddresses.page),
            lead:
                "Whoever supports others needs support too. This page is yours alone, and nothing is written down when you open it.",
            main: """
                \(load.isHeavy ? heavy(load) : nil)
                \(section("Your hours", hours(load)))
                \(section("To make it lighter", ways(visit)))
                \(section("To talk about it yourself", talking(consultants, visit)))
                """)
    }

    private static func heavy(_ load: OwnLoad) -> HTML {
        let months = load.heavy.map(\.month.name).joined(separator: " and ")
        return callout(
            "That was a lot", tone: .neutral,
            "<p>You gave many hours in \(months). Take some of them for yourself. Nobody is told that you read this.</p>"
        )
    }

    private static func hours(_ load: OwnLoad) -> HTML {
        let table: HTML =
            load.months.isEmpty
            ? emptyState("Nothing filed yet", "Hours stand here once you have filed a month.")
            : dataTable(
                "Hours of support that you filed", columns: ["Month", TableColumn("Hours", .number)],
                rows: load.months.map { [HTML(text: $0.month.name), HTML(text: minutesInWords($0.minutes))] },
                captioned: .unseen)
        return """
            \(table)
            \(prose(
                "<p>Only your own key opens these months. Whoever receives the sheets can see your hours of a quarter that is over as one sum, and nobody sees whom they were for.</p>"
            ))
            """
    }

    private static func ways(_ visit: StaffVisit) -> HTML {
        let own = visit.pack.membership.inactivity.byOwnNotice
        let leave: HTML? =
            own.map { rule in
                rule.encouraged
                    ? "<p>Take leave from the team when your own life needs you: the policy encourages it. \(rule.basis.notes)</p>"
                    : "<p>You may take leave from the team. \(rule.basis.notes)</p>"
            }
        return """
            \(leave)
            \(cards([
                linkCard(
                    "Days away and own hours", detail: "While you are away nothing of the list comes to you",
                    to: OnCallAddresses.own.link(), icon: .clock),
                linkCard(
                    "Swap a turn with a colleague", detail: "From your own shifts", to: OnCallAddresses.own.link(),
                    icon: .people),
            ]))
            """
    }

    private static func talking(_ consultants: [ConsultantStanding], _ visit: StaffVisit) -> HTML {
        let professionals = consultants.filter { !$0.holders.isEmpty }.map { standing -> HTML in
            let onCall = standing.onCall ?? []
            let names = onCall.isEmpty ? standing.holders.map(\.name) : onCall
            return """
                <li>\(visit.pack.title(of: standing.rule.role)): \(names.joined(separator: ", "))\
                \(onCall.isEmpty ? "" : ", on call now")</li>
                """
        }
        return """
            \(professionals.isEmpty ? nil : "<ul>\(professionals)</ul>")
            <p>Another \(visit.pack.terms.supporter) is there for you in the same confidence as for everybody else.</p>
            \(actions(linkButton(
                "Ask for support", to: SeekerAddresses.ask.link(PathID(visit.staff.agency.slug)))))
            \(CrisisWords.brief(visit.pack))
            """
    }

    /// On their own home after a heavy stretch; nothing otherwise.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> HTML? {
        guard visit.staff.powers.contains(.keepStatSheet),
            try await visit.programmes.ownLoad(of: visit.staff).isHeavy
        else { return nil }
        return section(
            "You have given much of late",
            cards([
                linkCard(
                    title, detail: "Only you see this: your hours, and ways to make it lighter",
                    to: LookingAfterAddresses.page.link(), icon: .people)
            ]))
    }
}
