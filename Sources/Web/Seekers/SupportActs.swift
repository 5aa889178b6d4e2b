import Foundation
import HTML
import Operations
import Program

/// What a seeker does with their request: each act once, for its form and for programs. The page comes again and shows what came of
/// it; nothing of it is in an address.
enum SupportActs {
    static let routes: [Route] =
        write.routes + change.routes + endConsultation.routes + authoriseConsultation.routes + consent.routes
        + revokeConsent.routes + agreeToTimeOffNote.routes + end.routes + reopen.routes

    static let write = Act(
        "writeToSupporter", "Write to the supporter.", at: SupportAddresses.messages,
        for: .seeker,
        taking: Input(
            .words(
                "text", "Write a message", longest: RequestMessage.longest, rows: 4,
                FieldWords(hint: "Only the two of you can read it."))), then: .done("Sealed and sent."),
        see: shown, refused: SupportPage.show,
        perform: { visit, text in try await visit.programmes.write(text, by: visit.pass, in: visit.agency) })

    static let change = Act(
        "changeSupporter", "Ask for someone else. No reason is asked.", at: SupportAddresses.change,
        for: .seeker,
        taking: Input(
            .tick(
                unwanted, "Please do not ask the same person again.",
                FieldWords(about: "Whether the present supporter is not to be asked again."))),
        then: .done("Others are being asked."),
        see: shown, refused: SupportPage.show,
        perform: { visit, isUnwanted in
            try await visit.programmes.changeSupporter(unwanted: isUnwanted, by: visit.pass, in: visit.agency)
        })

    static let endConsultation = Act(
        "endSeenConsultation", "End a consultation.", at: SupportAddresses.consultationEnd,
        for: .seeker, where: \.hasConsultations, taking: Input(which), then: .done("Ended."),
        see: shown, refused: SupportPage.show,
        perform: { visit, id in try await visit.programmes.endConsultation(id, by: visit.pass, in: visit.agency) })

    static let authoriseConsultation = Act(
        "authoriseConsultation",
        "Let whoever is consulted read along, where the programme leaves that to the seeker.",
        at: SupportAddresses.consultationOpening,
        for: .seeker, where: { $0.requests.consultations.contains { $0.sharing == .asSeekerAuthorised } },
        taking: Input(which),
        then: .done("They read along."),
        see: shown, refused: SupportPage.show,
        perform: { visit, id in try await visit.programmes.authoriseConsultation(id, by: visit.pass, in: visit.agency) }
    )

    static let consent = Act(
        "consentToDisclosure", "Agree in writing that something named is told to somebody named.",
        at: SupportAddresses.consents,
        for: .seeker,
        taking: Input(
            .text(
                "to", "To whom", longest: NewConsent.longestTo,
                FieldWords(
                    hint: "A person or an office, by name.", about: "Who may be told.", citesOnPage: false,
                    clauses: consenting)),
            Field<String>.words(
                "scope", "What may be passed on", longest: NewConsent.longestScope, rows: 3,
                FieldWords(
                    hint: "That, and nothing else.", about: "Of what.", citesOnPage: false, clauses: consenting)
            ).map { $0.replacing("\n", with: " ").trimmingCharacters(in: .whitespaces) },
            .day(
                maybe: "until", "Until",
                FieldWords(
                    hint: "The last day. Empty: until you take it back.",
                    about: "The last day; open where it is left out.")),
            Field<Void>.confirmation(
                "agreed", "I agree to this in writing.", missing: "Say that you agree, or leave it.",
                FieldWords(clauses: consenting)
            ).onPages(otherwise: ())
        ) { to, scope, until, _ in NewConsent(to: to, scope: scope, until: until) }, then: .done("Given."),
        see: shown, refused: SupportPage.show,
        perform: { visit, consent in try await visit.programmes.consent(consent, by: visit.pass, in: visit.agency) })

    static let revokeConsent = Act(
        "revokeConsent", "Take a consent back.", at: SupportAddresses.consentEnd, for: .seeker, taking: Input(which),
        then: .done("Taken back."),
        see: shown, refused: SupportPage.show,
        perform: { visit, id in try await visit.programmes.revokeConsent(id, by: visit.pass, in: visit.agency) })

    static let agreeToTimeOffNote = Act(
        "agreeToTimeOffNote", "Whether the supervisor may be told that time away from the post is needed.",
        at: SupportAddresses.timeOffNote, .put,
        for: .seeker,
        taking: Input(
            Field<Bool>.tick(agreed, "My supervisor may be told that I need time away, and nothing else.").asked {
                form, name, pack, filled in
                form.agreement(
                    name, "My supervisor may be told that I need time away, and nothing else.",
                    first: filled.ticked[name] != nil, origin: pack.requests.timeOffPost?.origin)
            }), then: .done("Kept."),
        see: shown, refused: SupportPage.show,
        perform: { visit, isAgreed in
            try await visit.programmes.agreeToTimeOffNote(isAgreed, by: visit.pass, in: visit.agency)
        })

    static let end = Act(
        "endSupport", "End the request. No reason is asked.", at: SupportAddresses.end, for: .seeker, taking: .nothing,
        then: .done("Ended."),
        see: shown, refused: SupportPage.show,
        perform: { visit, _ in try await visit.programmes.endRequest(by: visit.pass, in: visit.agency) })

    static let reopen = Act(
        "reopenSupport", "Open the request again.", at: SupportAddresses.reopening, for: .seeker, taking: .nothing,
        then: .done("Open again."),
        see: shown, refused: SupportPage.show,
        perform: { visit, _ in try await visit.programmes.reopen(by: visit.pass, in: visit.agency) })

    static let unwanted = "unwanted"
    static let agreed = "agreed"
    /// Of a consultation or a consent; in the form, never in an address.
    static let id = "id"
    /// The fields in which people write.
    static let written = ["text", "to", "scope"]

    private static let which = Field<String>.hiddenID(id).map { text throws(Refusal) -> String in
        guard !text.isEmpty else { throw Refusal("Say which one.", field: id) }
        return text
    }

    @Sendable
    private static func consenting(_ pack: PolicyPack) -> [ClauseID] {
        pack.confidentiality.writtenConsent?.basis.clauses ?? []
    }

    /// The page comes again, with what came of it.
    @Sendable
    private static func shown(_: Done<Void>) -> Link { SupportAddresses.support.link() }
}
