import HTML
import Operations
import PolicyPacks
import Program

/// How the programme runs, for all personnel: made from the pack, with what of it the system carries out.
enum HandbookPage {
    /// For somebody of the programme, with the way to what they agreed to.
    static func handbook(_ visit: StaffVisit) -> HTML {
        let agreement = linkButton(visit.pack.agreement.title, to: HandbookAddresses.agreement.link())
        let chosen = visit.staff.powers.contains(.readConformance) ? ChosenPages.way : nil
        return handbook(visit.staff.agency, in: Shells.staff(visit), back: nil, "\(agreement)\(chosen)")
    }

    /// For whoever works for the agency, without an account.
    static func handbook(_ agency: Agency, _ site: Site) -> HTML {
        let front = StartAddresses.agency.link(PathID(agency.slug))
        return handbook(
            agency, in: Shells.seeker(agency, site), back: Crumb(agency.policy.terms.programme, front), nil)
    }

    private static func handbook(_ agency: Agency, in shell: Shell, back: Crumb?, _ agreement: HTML?) -> HTML {
        let pack = agency.policy
        return page(
            pack.awareness.material(.handbook)?.title ?? "\(pack.terms.team) handbook", in: shell,
            lead: "How this programme runs, by the rules of its policy, version \(pack.version).",
            back: back,
            main: """
                \(beside(agency, agreement))
                \(pack.source.validity.map(validity))
                \(section("What it is for", purpose(pack)))
                \(ruledList(pack.requests.activities).map { section("What \(pack.terms.supporters) do", $0) })
                \(yourPart(pack))
                \(section("What stays in confidence", "\(ConfidenceWords.levels(pack))\(keepers(pack))\(CounselPages.review(pack).map { prose($0) })"))
                \(section("When confidence ends", exceptions(pack)))
                \(HandbookTraining.training(pack))
                \(HandbookTraining.incidents(pack))
                \(HandbookCompensation.compensation(pack))
                \(whoDoesWhat(pack))
                \(glossary(pack))
                \(section("What the system does of it", prose(carriedOut(agency.pack))))
                \(facts([
                    ("Made from", HTML(text: pack.source.title)),
                    ("Pack", "<code>\(pack.id.text)</code>, version \(pack.version)"),
                    ("Content hash", "<code>\(agency.pack.hash.inGroups(of: 8))</code>"),
                ]))
                """)
    }

    /// A way here from somebody's home.
    static let card = section(
        "To read",
        cards([
            linkCard(
                "Handbook", detail: "How this programme runs, and what members agree to",
                to: HandbookAddresses.handbook.link(), icon: .sheet)
        ]))

    private static func beside(_ agency: Agency, _ agreement: HTML?) -> HTML {
        let slug = PathID(agency.slug)
        return actions(
            agreement ?? "",
            linkButton("For everybody here", to: AwarenessAddresses.orientation.link(slug), style: .quiet),
            linkButton("For supervisors", to: AwarenessAddresses.supervisors.link(slug), style: .quiet))
    }

    /// For whom the policy is, since when, and what it took the place of.
    private static func validity(_ validity: SourceValidity) -> HTML {
        let known: [(String, HTML)?] = [
            ("For", HTML(text: validity.affects)),
            validity.effective.map { ("In effect since", HTML(text: $0.longName)) },
            validity.replaces.map { ("In place of", HTML(text: $0)) },
            validity.basis.notes.map { ("Rule", $0) },
        ]
        return facts(known.compactMap(\.self))
    }

    private static func purpose(_ pack: PolicyPack) -> HTML {
        """
        \(ruledList(pack.scope.objectives))
        \(ruledWords(pack.statements(in: .handbook), pack))
        """
    }

    /// What the agency asks of supporters, of the supervisors among them, and of supervisors.
    private static func yourPart(_ pack: PolicyPack) -> HTML {
        let parts: [(String, Set<Statement.Audience>)] = [
            ("Your part as a \(pack.terms.supporter)", [.supporters]),
            ("If you are a supervisor yourself", [.supervisingSupporters]),
            ("What supervisors are told", [.supervisors]),
        ]
        return parts.compactMap { title, audiences in
            ruledWords(pack.statements(in: .handbook, to: audiences), pack).map { section(title, $0) }
        }.joined()
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
        return roles.isEmpty ? nil : section("Who does what", prose(roles.joined()))
    }

    private static func glossary(_ pack: PolicyPack) -> HTML? {
        let entries = pack.terms.glossary
        guard !entries.isEmpty else { return nil }
        return section("Words", facts(entries.map { ($0.term, "\($0.meaning) \($0.basis.notes)") }))
    }
}
