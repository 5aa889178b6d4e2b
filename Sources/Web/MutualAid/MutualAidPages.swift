import HTML
import Operations
import Program

/// The agreements with other agencies: what waits first, then those in force, then a form for another, and what is over.
enum MutualAidPages {
    static let title = "Agreements with other agencies"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard visit.pack.agreesWithAgencies else { return nil }
        let board = try await visit.programmes.aidBoard(for: visit.staff)
        return .page(html(board, visit, refused), again: refused)
    }

    private static func html(_ board: AidBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let live = board.agreements.filter { $0.agreement.isLive(on: board.today) }
        let over = board.agreements.filter { !$0.agreement.isLive(on: board.today) }
        return page(
            title, in: Shells.staff(visit, at: MutualAidAddresses.page),
            lead: """
                An agreement holds once an office of each agency has said yes, each by its own policy. Either agency may end it at any time. \
                Of the other agency you see its name, the office that said yes, and the day.
                """,
            announcement: refused?.announcement,
            main: """
                \(section("Now", live.isEmpty ? none : "\(live.map { aid($0, board, visit) })"))
                \(proposing(board, visit, refused))
                \(section("What your policy has", rules(visit.pack)))
                \(over.isEmpty ? nil : section("Over", "\(over.map { aid($0, board, visit) })"))
                """)
    }

    private static let none = emptyState("There is no agreement", "One that is proposed stands here.")

    private static func aid(_ listed: ListedAid, _ board: AidBoard, _ visit: StaffVisit) -> HTML {
        card(
            listed.other, level: .third, badge: listed.state(on: board.today),
            """
            \(facts(listed.facts))
            \(listed.isForReader ? deciding(listed, visit) : waiting(listed, board))
            \(listed.mayBeEnded(on: board.today) ? ending(listed, visit) : nil)
            """)
    }

    private static func deciding(_ listed: ListedAid, _ visit: StaffVisit) -> HTML {
        let id = PathID(listed.agreement.id)
        return """
            <ul>\(listed.agreement.purposes.sorted().map { "<li>\($0.detail)</li>" as HTML })</ul>
            \(actions(
                MutualAidActs.approve.asButton("Yes, for our agency", visit, id, style: .primary),
                MutualAidActs.decline.asConfirmation(
                    "No", "<p>It is over then. \(listed.other) is told where it knew of it.</p>", button: "Say no",
                    visit, id, style: .quiet)))
            """
    }

    private static func waiting(_ listed: ListedAid, _ board: AidBoard) -> HTML? {
        guard listed.agreement.isLive(on: board.today), let side = listed.agreement.awaits else { return nil }
        if side != listed.side { return "<p>It waits for \(listed.other).</p>" }
        return listed.approver.map { "<p>It waits for: \($0).</p>" }
            ?? "<p>Your policy has no office for it any more.</p>"
    }

    private static func ending(_ listed: ListedAid, _ visit: StaffVisit) -> HTML {
        MutualAidActs.end.asConfirmation(
            listed.agreement.status == .inForce ? "End it" : "Take it back",
            "<p>It holds no more from then on. What somebody asked before goes on.</p>", button: "End it now", visit,
            PathID(listed.agreement.id), style: .quiet)
    }

    private static func proposing(_ board: AidBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard visit.staff.powers.contains(.proposeAid) else { return nil }
        guard !board.agencies.isEmpty else {
            return section("Propose one", "<p>There is no other agency on this server.</p>")
        }
        let filled = Filled(options: [
            MutualAidActs.partner.name: board.agencies.map { FieldOption($0.id, $0.title) }
        ])
        return section(
            "Propose one",
            lead: "The office that approves it for your agency decides first. The other learns of it after that yes.",
            MutualAidActs.propose.form(visit, filled: filled, refused: refused, button: "Propose it"))
    }

    /// What can be agreed on, who approves it, and what nobody can.
    private static func rules(_ pack: PolicyPack) -> HTML {
        let lines = pack.aidRules.map { rule -> HTML in
            let office = rule.approvedBy.map { "approved by: \(pack.title(of: $0))" }
            return """
                <li>\(rule.purpose.words): \(office ?? "your policy names nobody who approves it, so it cannot be agreed on"). \
                \(rule.basis.notes)</li>
                """
        }
        return """
            <ul>\(lines)</ul>
            <p>Both agencies are told \(counted(AidAgreement.daysOfNotice, "day")) before an agreement’s last day, and again when it has passed. \
            That number is ours: no policy has one.</p>
            """
    }

    /// On the home of whoever decides: what waits for them.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.agreesWithAgencies, visit.staff.powers.contains(.approveAid) else { return [] }
        let waiting = try await visit.programmes.aidBoard(for: visit.staff).waiting
        guard !waiting.isEmpty else { return [] }
        return [
            linkCard(
                title, detail: "\(counted(waiting.count, "agreement")) to decide on",
                to: MutualAidAddresses.page.link(), icon: .people, badge: badge("To decide", tone: .warning))
        ]
    }
}

extension ListedAid {
    /// Whether the page offers to end it, or to take it back: whoever decides on it says yes or no instead, and nobody takes back what
    /// the other side proposed.
    fileprivate func mayBeEnded(on today: Day) -> Bool {
        guard agreement.isLive(on: today), !isForReader else { return false }
        return agreement.status == .inForce || side == .proposer
    }

    fileprivate func state(on today: Day) -> HTML {
        if agreement.status == .inForce, agreement.isPast(on: today) {
            return badge("Its last day is over", tone: .neutral, sign: "–")
        }
        return switch agreement.status {
        case .proposed, .offered: badge("Waits for a yes", tone: .warning, sign: "…")
        case .inForce: badge("In force", tone: .good, sign: "✓")
        case .declined: badge("Declined", tone: .neutral, sign: "–")
        case .ended: badge("Ended", tone: .neutral, sign: "–")
        }
    }

    fileprivate var facts: [(String, HTML)] {
        func yes(_ yes: AidYes?) -> String { yes.map { "\($0.office), on \($0.on.longName)" } ?? "not yet" }
        let until = agreement.until.map { [("Last day", HTML(text: $0.longName))] } ?? []
        let end = agreement.end.map { [("Over since", HTML(text: $0.on.longName))] } ?? []
        return [
            ("For", HTML(text: agreement.purposes.words)),
            ("Proposed by", HTML(text: side == .proposer ? "your agency" : other)),
            ("Proposed on", HTML(text: agreement.proposedOn.longName)),
            ("Your agency’s yes", HTML(text: yes(ownApproval))), ("Their yes", HTML(text: yes(otherApproval))),
        ] + until + end
    }
}
