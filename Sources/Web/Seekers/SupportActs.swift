import Foundation
import HTML
import HTTPTypes
import Operations
import Program

/// What a seeker does with their request: each act once, for its form and for programs. The page comes again and shows what came of
/// it; nothing of it is in an address.
enum SupportActs {
    static let write = Act(
        ofSeeker: "writeToSupporter", "Write to the supporter.", at: SupportAddresses.messages,
        taking: Input(
            .words(
                "text", "Write a message", longest: RequestMessage.longest, rows: 4,
                FieldWords(hint: "Only the two of you can read it."))), then: Outcome<Void>.done("Sealed and sent."))

    static let change = Act(
        ofSeeker: "changeSupporter", "Ask for someone else. No reason is asked.", at: SupportAddresses.change,
        taking: Input(
            .tick(
                unwanted, "Please do not ask the same person again.",
                FieldWords(about: "Whether the present supporter is not to be asked again."))),
        then: Outcome<Void>.done("Others are being asked."))

    static let endConsultation = Act(
        ofSeeker: "endSeenConsultation", "End a consultation.", at: SupportAddresses.consultationEnd,
        where: \.hasConsultations, taking: Input(which), then: Outcome<Void>.done("Ended."))

    static let authoriseConsultation = Act(
        ofSeeker: "authoriseConsultation",
        "Let whoever is consulted read along, where the programme leaves that to the seeker.",
        at: SupportAddresses.consultationOpening,
        where: { $0.requests.consultations.contains { $0.sharing == .asSeekerAuthorised } }, taking: Input(which),
        then: Outcome<Void>.done("They read along."))

    static let consent = Act(
        ofSeeker: "consentToDisclosure", "Agree in writing that something named is told to somebody named.",
        at: SupportAddresses.consents,
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
        ) { to, scope, until, _ in NewConsent(to: to, scope: scope, until: until) }, then: Outcome<Void>.done("Given."))

    static let revokeConsent = Act(
        ofSeeker: "revokeConsent", "Take a consent back.", at: SupportAddresses.consentEnd, taking: Input(which),
        then: Outcome<Void>.done("Taken back."))

    static let agreeToTimeOffNote = Act(
        ofSeeker: "agreeToTimeOffNote", "Whether the supervisor may be told that time away from the post is needed.",
        at: SupportAddresses.timeOffNote, .put,
        taking: Input(
            Field<Bool>.tick(agreed, "My supervisor may be told that I need time away, and nothing else.").asked {
                form, name, pack, filled in
                form.agreement(
                    name, "My supervisor may be told that I need time away, and nothing else.",
                    first: filled.ticked[name] != nil, clause: pack.requests.timeOffPost?.basis.clauses.first?.text)
            }), then: Outcome<Void>.done("Kept."))

    static let end = Act(
        ofSeeker: "endSupport", "End the request. No reason is asked.", at: SupportAddresses.end, taking: .nothing,
        then: Outcome<Void>.done("Ended."))

    static let reopen = Act(
        ofSeeker: "reopenSupport", "Open the request again.", at: SupportAddresses.reopening, taking: .nothing,
        then: Outcome<Void>.done("Open again."))

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
}

extension Routes {
    /// Both faces of what a seeker does.
    static let supportActs: [Route] =
        writing + changing + endingConsultation + authorising + consenting + revoking + agreeing + ending + reopening

    private static let writing = ofSeeker(SupportActs.write) { visit, text in
        try await visit.programmes.write(text, by: visit.pass, in: visit.agency)
    }

    private static let changing = ofSeeker(SupportActs.change) { visit, isUnwanted in
        try await visit.programmes.changeSupporter(unwanted: isUnwanted, by: visit.pass, in: visit.agency)
    }

    private static let endingConsultation = ofSeeker(SupportActs.endConsultation) { visit, id in
        try await visit.programmes.endConsultation(id, by: visit.pass, in: visit.agency)
    }

    private static let authorising = ofSeeker(SupportActs.authoriseConsultation) { visit, id in
        try await visit.programmes.authoriseConsultation(id, by: visit.pass, in: visit.agency)
    }

    private static let consenting = ofSeeker(SupportActs.consent) { visit, consent in
        try await visit.programmes.consent(consent, by: visit.pass, in: visit.agency)
    }

    private static let revoking = ofSeeker(SupportActs.revokeConsent) { visit, id in
        try await visit.programmes.revokeConsent(id, by: visit.pass, in: visit.agency)
    }

    private static let agreeing = ofSeeker(SupportActs.agreeToTimeOffNote) { visit, isAgreed in
        try await visit.programmes.agreeToTimeOffNote(isAgreed, by: visit.pass, in: visit.agency)
    }

    private static let ending = ofSeeker(SupportActs.end) { visit, _ in
        try await visit.programmes.endRequest(by: visit.pass, in: visit.agency)
    }

    private static let reopening = ofSeeker(SupportActs.reopen) { visit, _ in
        try await visit.programmes.reopen(by: visit.pass, in: visit.agency)
    }

    /// The page comes again, with what came of it or what is wrong.
    private static func ofSeeker<Value>(
        _ act: Act<SeekerVisit, Value, Void>,
        perform: @escaping @Sendable (SeekerVisit, Value) async throws -> Result<Void, Refusal>?
    ) -> [Route] {
        act.routes(see: { _ in SupportAddresses.support.link() }, refused: SupportPage.show, perform: perform)
    }
}
