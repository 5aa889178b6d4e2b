import HTML
import Operations
import Program

/// The professionals beside the team: what is missing first, then each with licence, scope and on-call list.
enum ConsultantPages {
    static func standings(_ visit: StaffVisit) async throws -> [ConsultantOnPage] {
        try await visit.programmes.consultants(for: visit.staff).map {
            ConsultantOnPage(
                standing: $0, title: visit.pack.title(of: $0.rule.role),
                gaps: $0.gaps(visit.pack, on: visit.staff.today))
        }
    }

    static func list(_ visit: StaffVisit, refused: (subject: String, what: Refused)? = nil) async throws -> HTML {
        let standings = try await standings(visit)
        let gaps = standings.flatMap(\.gaps)
        return page(
            "Professionals beside the team", in: Shells.staff(visit, at: ConsultantAddresses.consultants),
            lead: "Whom members can consult, by what licence they practise, and what both sides have agreed on.",
            main: """
                \(gaps.isEmpty ? nil : callout(
                    "What is missing", tone: .warning, "<ul>\(gaps.map { "<li>\($0)</li>" as HTML })</ul>"))
                \(standings.map { section($0.title, one($0, visit, refused)) }.joined())
                """)
    }

    private static func one(
        _ shown: ConsultantOnPage, _ visit: StaffVisit, _ refused: (subject: String, what: Refused)?
    ) -> HTML {
        let standing = shown.standing
        return """
            \(prose("<p>\(onCall(standing)) \(standing.rule.basis.notes)</p>"))
            \(standing.holders.map { holder($0, standing.rule, visit, refused) }.joined())
            \(scope(standing, visit, refused))
            """
    }

    private static func onCall(_ standing: ConsultantStanding) -> String {
        guard let onCall = standing.onCall else { return "Nobody has begun an on-call list for this role." }
        return onCall.isEmpty ? "Nobody is on call now." : "On call now: \(onCall.joined(separator: ", "))."
    }

    private static func holder(
        _ holder: ConsultantStanding.Holder, _ rule: ConsultantRule, _ visit: StaffVisit,
        _ refused: (subject: String, what: Refused)?
    ) -> HTML {
        guard rule.licensed else { return card(holder.name, "<p>Holds the role today.</p>") }
        let isCurrent = holder.licence?.isCurrent(on: visit.staff.today) ?? false
        let words: HTML =
            holder.licence.map { licence in
                facts([
                    ("Licence", HTML(text: licence.licence)), ("Where it holds", HTML(text: licence.jurisdiction)),
                    ("Until", HTML(text: licence.expiresOn.longName)),
                ])
            } ?? "<p>No licence is recorded.</p>"
        let form: HTML? =
            visit.staff.powers.contains(.manageAccounts)
            ? ConsultantActs.recordLicence.form(
                visit, PathID(rule.id), PathID(holder.account),
                refused: refused?.subject == rule.id + holder.account ? refused?.what : nil,
                button: "Record the licence")
            : nil
        return card(
            holder.name,
            badge: isCurrent ? badge("Holds", tone: .good) : badge("No licence that holds", tone: .warning),
            "\(words)\(form)")
    }

    private static func scope(
        _ standing: ConsultantStanding, _ visit: StaffVisit, _ refused: (subject: String, what: Refused)?
    ) -> HTML {
        let consultant = PathID(standing.rule.id)
        let refusedHere = refused?.subject == standing.rule.id ? refused?.what : nil
        let isTheirs = visit.staff.rolesToday.contains(standing.rule.role)
        let waiting: HTML? = standing.waiting.map { scope in
            """
            <p>Written by the agency on \(scope.writtenOn.longName); the professional has not confirmed it yet.</p>
            \(paragraphs(scope.words))
            \(isTheirs ? ConsultantActs.confirmScope.asButton(
                "Confirm this text", visit, consultant, style: .primary, hidden: [("version", String(scope.version))]) : nil)
            """
        }
        let form: HTML? =
            visit.staff.powers.contains(.planTeam)
            ? ConsultantActs.writeScope.form(visit, consultant, refused: refusedHere, button: "Write it for the agency")
            : nil
        return card("Role and scope", "\(standing.scope.map(confirmed))\(waiting)\(form)")
    }

    private static func confirmed(_ scope: ConsultantScope) -> HTML {
        """
        \(paragraphs(scope.words))
        <p>The agency confirmed it on \(scope.writtenOn.longName)\(scope.confirmedOn.map { ", the professional on \($0.longName)" } ?? "").</p>
        """
    }

    private static func paragraphs(_ words: String) -> HTML {
        words.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML }.joined()
    }

    /// In the handbook: what both sides have confirmed, with its days.
    static func inHandbook(_ scopes: [ConsultantScope], _ pack: PolicyPack) -> HTML? {
        guard !scopes.isEmpty else { return nil }
        return section(
            "What the professionals beside the team do",
            scopes.map { scope in
                card(
                    pack.consultant(scope.consultant).map { pack.title(of: $0.role) } ?? scope.consultant,
                    "\(confirmed(scope))<p>\(pack.consultant(scope.consultant)?.basis.notes)</p>")
            }.joined())
    }

    /// On the home of whoever plans the team, or keeps the accounts: what is missing; on the professional's own: a text to confirm.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.hasConsultants,
            !visit.staff.powers.isDisjoint(with: [.planTeam, .manageAccounts, .adviseTeam])
        else { return [] }
        let standings = try await standings(visit)
        let mine = standings.filter {
            $0.standing.waiting != nil && visit.staff.rolesToday.contains($0.standing.rule.role)
        }
        if !mine.isEmpty { return [homeCard("Your role and scope", "To confirm")] }
        let gaps = standings.reduce(0) { $0 + $1.gaps.count }
        guard gaps > 0, !visit.staff.powers.isDisjoint(with: [.planTeam, .manageAccounts]) else { return [] }
        return [
            homeCard("Professionals beside the team", "\(gaps == 1 ? "One thing is" : "\(gaps) things are") missing")
        ]
    }

    private static func homeCard(_ title: String, _ detail: String) -> HTML {
        linkCard(
            title, detail: detail, to: ConsultantAddresses.consultants.link(), icon: .people,
            badge: badge("To look at", tone: .warning))
    }
}
