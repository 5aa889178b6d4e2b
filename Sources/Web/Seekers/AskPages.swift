import HTML
import HTTPTypes
import Operations
import Program

/// The form with which support is asked for: on one page, so that it can be filled in at one's own pace and nothing of it is
/// kept before it is sent.
enum AskPages {
    /// The form, with everything that was filled in where it could not be taken: nothing typed is lost.
    @Sendable
    static func show(_ visit: AgencyVisit, _ refused: Refused? = nil) async throws -> Answer? {
        if refused == nil, try await !visit.programmes.isOpenForAsking(visit.agency) {
            return .scriptedPage(ClosedForAsking.instead(visit, try await OtherTeams.asked(besides: visit)))
        }
        let supporters = try await visit.programmes.supportersToChoose(in: visit.agency)
        let teams = try await OtherTeams.asked(besides: visit)
        let askingHere = try await visit.programmes.agenciesAskingHere(visit.agency)
        return .scriptedPage(
            ask(supporters, teams, askingHere, visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func ask(
        _ supporters: [SupporterCard], _ teams: HTML?, _ askingHere: [AidPartnerAgency], _ visit: AgencyVisit,
        _ refused: Refused?
    ) -> HTML {
        let slug = PathID(visit.agency.slug)
        let form = AskForm(
            visit: visit, form: AskActs.ask.blank(visit, slug, refused: refused, isPrivate: true),
            typed: refused == nil ? FormAnswers() : visit.visit.form,
            named: supporters.map { FieldOption($0.account, $0.line(visit.pack)) },
            standings: AskFields.standings(visit.pack, askingHere: askingHere),
            partners: OtherTeams.mayAskHere(askingHere))
        return page(
            "Ask for support", in: Shells.seeker(visit.agency, visit.site),
            lead: "You need not say who you are. Nobody sees this but the \(visit.pack.terms.supporter) who takes it.",
            back: Crumb(visit.pack.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(refused == nil ? ConfidenceWords.statements(visit.pack, in: .requestForm) : nil)
                \(refused?.refusal.isAboutOrigin ?? true ? forOthers(visit.pack, slug) : nil)
                \(form.html)
                \(teams)
                """)
    }

    /// Where nobody may ask for somebody else, a word to pass on is offered instead (SAC-V-2, SAC-V-3).
    private static func forOthers(_ pack: PolicyPack, _ slug: PathID) -> HTML? {
        guard pack.requests.origins.contains(where: { $0.handling == .refused }) else { return nil }
        return callout(
            "Is it about somebody else?",
            """
            <p>The first step is theirs. You can tell them that you thought of them, and pass on a card. Nothing about them \
            is kept.</p>\(actions(linkButton("A word and a card to pass on", to: SeekerAddresses.passOn.link(slug), icon: .share)))
            """)
    }
}

/// The form as it stands on the page, part by part. What few need is folded away until they have filled it in.
private struct AskForm {
    let visit: AgencyVisit
    let form: Form
    let typed: FormAnswers
    /// Whom one may choose, or rather not meet.
    let named: [FieldOption]
    /// What one may be to the agency.
    let standings: [FieldOption]
    /// Of which other agencies somebody may ask here.
    let partners: HTML?

    var html: HTML { form.html("\(reaching)\(saying)\(people)\(matters)\(limits)", actions: button("Ask for support")) }

    private func field<Value>(_ field: Field<Value>) -> HTML {
        let people = [AskFields.wanted.name, AskFields.second.name, AskFields.third.name, AskFields.unwanted.name]
        let choices = people.map { ($0, named) } + [(AskFields.standing.name, standings)]
        let options = Dictionary(choices, uniquingKeysWith: { first, _ in first })
        return field.control(form, visit.pack, Filled(options: options))
    }

    private func isAnswered(_ names: String...) -> Bool {
        names.contains { typed.values[$0]?.contains { !$0.isEmpty } ?? false }
    }

    private var reaching: HTML {
        formPart(
            "You, and how to reach you",
            """
            \(field(AskFields.origin))
            \(field(AskFields.standing))
            \(partners)
            \(field(AskFields.way))
            \(field(AskFields.number))
            \(field(AskFields.name))
            \(field(AskFields.urgency))
            \(field(AskFields.time))
            \(field(AskFields.language))
            """)
    }

    private var saying: HTML { formPart("What it is about, if you like", field(AskFields.words)) }

    private var people: HTML {
        furtherFields(
            "Someone in particular, or someone you would rather not",
            isOpen: isAnswered(
                AskFields.wanted.name, AskFields.second.name, AskFields.third.name, AskFields.unwanted.name,
                AskFields.units.name, AskFields.ranks.name, AskFields.chainOf.name, AskFields.chainAsLastResort.name),
            """
            \(named.isEmpty ? nil : field(AskFields.wanted) + field(AskFields.second) + field(AskFields.third))
            \(visit.pack.requests.seekerMayExclude.value ? unwanted : nil)
            """)
    }

    private var unwanted: HTML {
        """
        \(named.isEmpty ? nil : field(AskFields.unwanted))
        \(field(AskFields.units))
        \(field(AskFields.ranks))
        \(field(AskFields.chainOf))
        \(visit.pack.requests.chainOfCommand?.handling == .lastResortWithPrompt
            ? field(AskFields.chainAsLastResort) : nil)
        """
    }

    private var matters: HTML {
        furtherFields(
            "It has to do with an incident or an investigation",
            isOpen: isAnswered(AskFields.touches.name, AskFields.incidentDay.name, AskFields.incidentKind.name),
            """
            \(field(AskFields.touches))
            \(field(AskFields.incidentDay))
            \(field(AskFields.incidentKind))
            \(ConfidenceWords.investigation(visit.pack).map {
                callout("If you are under investigation", tone: .warning, $0)
            })
            """)
    }

    private var limits: HTML {
        formPart(
            "What stays between you, and what cannot",
            "\(ConfidenceWords.advisement(visit.pack))\(field(AskFields.read))")
    }
}

extension Refusal {
    fileprivate var isAboutOrigin: Bool { problems.contains { $0.field == AskFields.origin.name } }
}
