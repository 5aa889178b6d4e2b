import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// Who else comes in: others take the request over, or somebody is consulted.
enum HandingOnActs {
    static let routes: [Route] =
        cannotLeavePost.routes + makeSupervisorCode.routes + tellConflict.routes + handOff.routes + consult.routes
        + endConsultation.routes

    /// Somebody else is asked through whoever keeps the roster, who sees nothing of the request (KSO-G.3).
    static let cannotLeavePost = Act(
        "cannotLeavePost", "Have somebody else asked, because the post cannot be left.",
        at: SupportingAddresses.cannotLeavePost, for: .holding(.takeRequests), where: \.hasSupportersLeavePosts,
        taking: .nothing,
        then: .done("Somebody else is asked."),
        see: SupportingChange.leftToOthers.onList, refused: RequestPage.refused,
        perform: { visit, _, id in try await visit.programmes.cannotLeavePost(id.text, by: visit.staff) })

    /// Their supervisor asks in their place, with what this gives them to hand over (KSO-G.3).
    static let makeSupervisorCode = Act(
        "makeSupervisorCode",
        "Make a code with which your supervisor asks for somebody else; nothing else opens to them.",
        at: SupportingAddresses.supervisorCode, for: .holding(.takeRequests), where: \.hasSupervisorsAsk,
        taking: .nothing,
        then: .told(
            "The code, shown this once. One made before for this request does nothing any more.", status: .created,
            Shape<MadeSupervisorCode>(
                .words("code", \.code.text), .day("endsOn", about: "The last day on which it works.", \.endsOn))),
        see: { _, id in SupportingAddresses.supervisorCode.link(id) }, handing: { $0.shownText },
        refused: RequestPage.refused,
        perform: { visit, _, id in try await visit.programmes.makeSupervisorCode(for: id.text, by: visit.staff) })

    /// A conflict of interest that shows only now (SAC-II.D.3.k).
    static let tellConflict = Act(
        "tellConflict", "Pass the request on for a conflict of interest; the notice of it names nobody.",
        at: SupportingAddresses.conflict, for: .holding(.takeRequests), where: \.tellsOfConflicts, taking: .nothing,
        then: .done("Somebody else is asked."),
        see: SupportingChange.conflictTold.onList, refused: RequestPage.refused,
        perform: { visit, _, id in try await visit.programmes.tellConflict(id.text, by: visit.staff) })

    static let handOff = Act(
        "handOff", "Hand the request to somebody else, for a reason of the pack's list.",
        at: SupportingAddresses.handOff, for: .holding(.takeRequests),
        taking: Input(reason, colleague, seekerWasAsked) { (reason: $0, colleague: $1, seekerWasAsked: $2) },
        then: .done("Handed off."),
        see: SupportingChange.handedOff.onList, refused: HandOffPages.answer,
        perform: { visit, asked, id in
            try await visit.programmes.handOff(
                id.text, for: asked.reason, seekerWasAsked: asked.seekerWasAsked, to: asked.colleague, by: visit.staff)
        })

    static let consult = Act(
        "consult", "Consult somebody, as far as the pack opens the request to them.",
        at: SupportingAddresses.consultations, for: .holding(.takeRequests), where: \.hasConsultations,
        taking: Input(consulted, account) { (consulted: $0, account: $1) }, then: .done("Consulting."),
        see: SupportingChange.consulting.onRequest, refused: ConsultPages.answer,
        perform: { visit, asked, id in
            try await visit.programmes.consult(id.text, asked.consulted, account: asked.account, by: visit.staff)
        })

    static let endConsultation = Act(
        "endConsultation", "End a consultation of the request.", at: SupportingAddresses.endOfConsultation, .delete,
        interface: SupportingAddresses.consultation, for: .holding(.takeRequests), where: \.hasConsultations,
        taking: .nothing, then: .done("Ended."),
        see: { done, id, _ in SupportingChange.consultationEnded.onRequest(done, id) },
        refused: { visit, refused, id, _ in try await ConsultPages.answer(visit, refused, id) },
        perform: { visit, _, id, consultation in
            try await visit.programmes.endConsultation(consultation.text, on: id.text, by: visit.staff)
        })

    private static let reason = Field<String>.choice(
        "reason", "Why?",
        FieldWords(
            hint: "Only that it was handed off is known afterwards, not why.",
            clauses: \.requests.handOff.basis.clauses), layout: .cards
    ) { $0.requests.handOff.reasons.map { FieldOption($0.id, $0.label) } }

    static let colleague = Field<String?>.found(
        maybe: "to", "To whom?", nobody: "Whoever is next",
        FieldWords(
            hint: "Whoever can be asked just now. They are asked first; if they do not take it, others are.",
            about: "The account asked first; left out for whoever is next."))

    /// Asked where the pack has them asked first.
    private static let seekerWasAsked = Field<Bool>(
        name: "seekerWasAsked",
        property: { pack in
            let rule = pack.requests.handOff
            return Schema.Property(
                "seekerWasAsked", .boolean, required: rule.seekerAskedFirst,
                about: "Whether they were asked, or could not be reached.", clauses: rule.basis.clauses)
        },
        control: { form, pack, _ in
            let rule = pack.requests.handOff
            guard rule.seekerAskedFirst else { return .empty }
            return form.agreement(
                "seekerWasAsked", "I asked them, or could not reach them.",
                origin: rule.basis.of(.seekerAskedFirst).origin)
        },
        read: { answers, _ throws(Refusal) in answers["seekerWasAsked"] == "yes" })

    /// Each of the pack's ways has a form of its own.
    static let consulted = Field<ConsultationRule.Consulted>(
        name: "consulted", isTyped: false,
        property: { pack in
            let rules = pack.requests.consultations
            return Schema.Property(
                "consulted", .choice(rules.map(\.with.name)), clauses: rules.flatMap(\.basis.clauses))
        },
        control: { _, _, filled in hidden("consulted", filled.first["consulted"] ?? "") },
        read: { answers, agency throws(Refusal) in
            let rules = agency.policy.requests.consultations
            guard let rule = rules.first(where: { $0.with.name == answers["consulted"] }) else {
                throw Refusal("Choose whom to consult.", field: "consulted")
            }
            return rule.with
        })

    static let account = Field<String>.found("account", "Whom?").asked { form, name, _, filled in
        form.choice(name, "Whom?", filled.options[name] ?? [], layout: .cards, first: filled.first[name])
    }
}

extension PolicyPack {
    /// Whether supporters say themselves that they cannot leave their post.
    var hasSupportersLeavePosts: Bool { requests.leavesPost(askedBy: .supporter) }

    /// Whether their supervisors do.
    var hasSupervisorsAsk: Bool { requests.leavesPost(askedBy: .supervisor) }

    /// Whether supporters of this programme consult somebody about a request.
    var hasConsultations: Bool { !requests.consultations.isEmpty }
}
