import HTML
import Operations
import PolicyPacks
import Program

/// How the programme runs, for all personnel: made from the pack, with what of it the system carries out.
enum HandbookPage {
    /// For somebody of the programme, with the way to what they agreed to.
    static func handbook(
        _ visit: StaffVisit, _ scopes: [ConsultantScope], _ counsel: CounselRecord, _ editions: [HandbookEdition]
    ) -> HTML {
        let agreement = linkButton(visit.pack.agreement.title, to: HandbookAddresses.agreement.link())
        let chosen = visit.staff.powers.contains(.readConformance) ? ChosenPages.way : nil
        return handbook(
            visit.staff.agency, in: Shells.staff(visit), back: nil, scopes, counsel, editions,
            "\(agreement)\(chosen)")
    }

    /// For whoever works for the agency, without an account.
    static func handbook(
        _ agency: Agency, _ site: Site, _ scopes: [ConsultantScope], _ counsel: CounselRecord,
        _ editions: [HandbookEdition]
    ) -> HTML {
        let front = StartAddresses.agency.link(PathID(agency.slug))
        return handbook(
            agency, in: Shells.seeker(agency, site), back: Crumb(agency.policy.terms.programme, front), scopes,
            counsel, editions, nil)
    }

    private static func handbook(
        _ agency: Agency, in shell: Shell, back: Crumb?, _ scopes: [ConsultantScope], _ counsel: CounselRecord,
        _ editions: [HandbookEdition],
        _ agreement: HTML?
    ) -> HTML {
        let pack = agency.policy
        return page(
            pack.awareness.material(.handbook)?.title ?? "\(pack.terms.team) handbook", in: shell,
            lead: "How this programme runs, by the rules of its policy, version \(pack.version).",
            back: back,
            main: """
                \(beside(agency, editions, agreement))
                \(edition(agency.pack, editions))
                \(HandbookChapter.whole(chapters(agency.pack, counsel)))
                \(ConsultantPages.inHandbook(scopes, pack))
                """)
    }

    /// What it says, under whatever text the agency is read here.
    static func contents(_ agency: Agency) -> HTML {
        "\(edition(agency.pack, []))\(HandbookChapter.whole(chapters(agency.pack, .none)))"
    }

    private static func chapters(_ loaded: LoadedPack, _ counsel: CounselRecord) -> [HandbookChapter] {
        let pack = loaded.pack
        let first: [HandbookChapter?] = [
            HandbookChapter("purpose", "What it is for", purpose(pack)),
            HandbookChapter("activities", "What \(pack.terms.supporters) do", ruledList(pack.requests.activities)),
        ]
        let second: [HandbookChapter?] = [
            HandbookChapter("asking", "Who may ask for support", HandbookRequests.asking(pack)),
            HandbookChapter("confidence", "What stays in confidence", confidence(pack, counsel)),
            HandbookChapter("limits", "When confidence ends", exceptions(pack)),
            HandbookChapter("giving", "How support is given", HandbookRequests.giving(pack)),
            HandbookChapter("reaching", "When the team can be reached", HandbookRequests.reaching(pack)),
            HandbookChapter("referrals", "Where we refer to", HandbookTeam.referrals(pack)),
            HandbookChapter("incidents", "Critical incidents", HandbookIncidents.incidents(pack)),
            HandbookChapter("joining", "How somebody joins the team", HandbookSelection.selection(pack)),
            HandbookChapter("agreement", "What every member agrees to", HandbookMembership.agreement(pack)),
            HandbookChapter("membership", "Being a member", HandbookMembership.membership(pack)),
            HandbookChapter("training", "Training", HandbookTraining.training(pack)),
            HandbookChapter("compensation", "Compensation", HandbookCompensation.compensation(pack)),
            HandbookChapter("figures", "What is counted", HandbookTeam.figures(pack)),
        ]
        let third: [HandbookChapter?] = [
            HandbookChapter("leading", "How the programme is led", HandbookGovernance.governance(pack)),
            HandbookChapter("committees", "Committees", HandbookGovernance.committees(pack)),
            HandbookChapter("team", "The team as a whole", HandbookTeam.team(pack)),
            HandbookChapter("duties", "Who does what", whoDoesWhat(pack)),
            HandbookChapter("awareness", "How it is made known", HandbookTeam.awareness(pack)),
            HandbookChapter("kept", "What is kept, and for how long", HandbookTeam.retention(pack)),
            HandbookChapter("words", "Words", HandbookGlossary.words(pack)),
            HandbookChapter("carried-out", "What the system does of it", prose(carriedOut(loaded))),
        ]
        return (first + yourPart(pack) + second + third).compactMap(\.self)
    }

    /// Which edition of the rules this is: of what, for whom, since when, in place of what.
    private static func edition(_ loaded: LoadedPack, _ editions: [HandbookEdition]) -> HTML {
        let pack = loaded.pack
        let of: [(String, HTML)] = [
            ("Made from", HTML(text: pack.source.title)),
            ("Standing", "\(pack.scope.standing.value.words) \(pack.scope.standing.basis.notes)"),
            ("Pack", "<code>\(pack.id.text)</code>, version \(pack.version)"),
            ("Content hash", "<code>\(loaded.hash.inGroups(of: 8))</code>"),
        ]
        return facts(HandbookEditionPages.facts(editions) + (pack.source.validity.map(validity) ?? []) + of)
    }

    private static func confidence(_ pack: PolicyPack, _ counsel: CounselRecord) -> HTML {
        "\(ConfidenceWords.levels(pack))\(keepers(pack))\(CounselPages.review(pack, counsel).map { prose($0) })"
    }

    /// A way here from somebody's home.
    static let card = section(
        "To read",
        cards([
            linkCard(
                "Handbook", detail: "How this programme runs, and what members agree to",
                to: HandbookAddresses.handbook.link(), icon: .sheet)
        ]))

    private static func beside(_ agency: Agency, _ editions: [HandbookEdition], _ agreement: HTML?) -> HTML {
        let slug = PathID(agency.slug)
        return actions(
            agreement ?? "",
            linkButton("For everybody here", to: AwarenessAddresses.orientation.link(slug), style: .quiet),
            linkButton("For supervisors", to: AwarenessAddresses.supervisors.link(slug), style: .quiet),
            linkButton("To read and to do now", to: LibraryAddresses.open.link(slug), style: .quiet),
            HandbookEditionPages.way(editions, slug) ?? "")
    }

    /// For whom the policy is, since when, and what it took the place of.
    private static func validity(_ validity: SourceValidity) -> [(String, HTML)] {
        let known: [(String, HTML)?] = [
            ("For", HTML(text: validity.affects)),
            validity.effective.map { ("In effect since", HTML(text: $0.longName)) },
            validity.replaces.map { ("In place of", HTML(text: $0)) },
            validity.basis.notes.map { ("Rule", $0) },
        ]
        return known.compactMap(\.self)
    }

    private static func purpose(_ pack: PolicyPack) -> HTML {
        """
        \(ruledList(pack.scope.objectives))
        \(ruledWords(pack.statements(in: .handbook), pack))
        """
    }

    /// What the agency asks of supporters, of the supervisors among them, and of supervisors.
    private static func yourPart(_ pack: PolicyPack) -> [HandbookChapter?] {
        let parts: [(String, String, Set<Statement.Audience>)] = [
            ("your-part", "Your part as a \(pack.terms.supporter)", [.supporters]),
            ("supervising", "If you are a supervisor yourself", [.supervisingSupporters]),
            ("supervisors", "What supervisors are told", [.supervisors]),
        ]
        return parts.map { anchor, title, audiences in
            HandbookChapter(anchor, title, ruledWords(pack.statements(in: .handbook, to: audiences), pack))
        }
    }

    /// The roles that keep what they learn to themselves.
    private static func keepers(_ pack: PolicyPack) -> HTML? {
        let rule = pack.confidentiality.keepers
        guard !rule.value.isEmpty else { return nil }
        let titles = rule.value.map { pack.title(of: $0) }.joined(separator: ", ")
        return prose("<p>In confidence with whoever serves as: \(titles). \(rule.basis.notes)</p>")
    }

    /// What of the duties the system carries out, and what people see to by hand (PD-A.3).
    private static func carriedOut(_ pack: LoadedPack) -> HTML {
        let count = DutyState.allCases.reduce(into: [:]) { $0[$1] = pack.duties($1).count }
        return """
            <p>The policy has \(pack.conformance.count) duties. Of these the system carries out \(count[.carriedOut, default: 0]) and \
            says the words of \(count[.said, default: 0]); \(count[.writtenDown, default: 0]) it does not carry out, or not all of \
            them, and people see to those by hand.</p>
            """
    }

    /// Every case in which confidence ends, who is told and how fast (IACP-6.2).
    static func exceptions(_ pack: PolicyPack) -> HTML {
        let parts = DisclosureException.Force.allCases.compactMap { force -> HTML? in
            let exceptions = pack.confidentiality.exceptions(force)
            guard !exceptions.isEmpty else { return nil }
            let items = exceptions.map { exception -> HTML in
                """
                <li>\(exception.quotedLabel) \(exception.told(pack)) \(exception.inTheirPlace(pack).map { HTML(text: $0) }) \(exception.basis.notes) \
                \(exception.choices)\(DisclosurePages.procedure(exception))</li>
                """
            }
            return "<h3>\(force.title)</h3><p>\(force.lead(pack))</p><ul>\(items)</ul>"
        }
        let never = ruledList(pack.confidentiality.notConfidential ?? []).map {
            "<h3>Not confidential to begin with</h3>\($0)" as HTML
        }
        return prose("\(parts.joined())\(never)")
    }

    private static func whoDoesWhat(_ pack: PolicyPack) -> HTML? {
        let roles = pack.roles.compactMap { role -> HTML? in
            let duties = pack.governance.duties.filter { $0.role == role.id }
            guard !duties.isEmpty else { return nil }
            return """
                <h3>\(role.title)</h3>
                <ul>\(duties.map { "<li>\($0.duty) \($0.basis.notes)</li>" as HTML })</ul>
                """
        }
        return roles.isEmpty ? nil : prose(roles.joined())
    }
}

extension ProgrammeScope.Standing {
    fileprivate var words: String {
        switch self {
        case .binding: "These rules bind."
        case .startingPoint: "These rules are where an agency starts from; its own pack may change each."
        }
    }
}
