import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What a supporter does when confidence ends: each act once, for its buttons and for programs.
enum DisclosureActs {
    static let routes: [Route] = disclose.routes + told.routes

    static let disclose = Act(
        "disclose",
        "Carry out an exception to confidence: exactly those whom the policy names are told at once. Nothing takes what was said, or about whom.",
        at: DisclosureAddresses.disclosures, for: .holding(.takeRequests),
        taking: Input(exception, id, request) { (exception: $0, id: $1, left: $2) },
        then: .told(
            "Those are told, and whether you have still to step back from somebody.", status: .created,
            at: DisclosureAddresses.disclosure,
            Shape<Disclosed>(.id("id", \.id), .flag("mustStepBack", \.mustStepBack)), id: { $0.id }),
        see: {
            $0.id.map { DisclosureAddresses.disclosure.link(PathID($0)) } ?? DisclosureAddresses.disclosures.link()
        },
        refused: { visit, refused in
            guard let exception = SteppingBack.exception(typedIn: visit) else {
                return .again(DisclosurePages.guide(visit, refused))
            }
            let reach = try await visit.programmes.reach(of: exception, for: visit.staff)
            return .again(
                try await DisclosurePages.beforehand(
                    exception, reach: reach, id: RandomId(), SteppingBack(visit), refused))
        },
        perform: { visit, sent in
            try await visit.programmes.disclose(
                sent.exception, as: sent.id ?? RandomId(), steppingBackFrom: sent.left, by: visit.staff)
        })

    static let told = Act(
        "confirmTold", "Write down that you have told a recipient by voice, where that is left to you.",
        at: DisclosureAddresses.told, for: .holding(.takeRequests),
        taking: Input(place, how) { (place: $0, how: $1) }, then: .done("Written down."),
        see: { _, id in DisclosureAddresses.disclosure.link(id) },
        refused: { visit, refused, id in
            try await visit.programmes.disclosure(id.text, of: visit.staff).map {
                .again(DisclosureRecordPages.record($0, visit, refused))
            }
        },
        perform: { visit, told, id in
            try await visit.programmes.confirmTold(told.place, of: id.text, how: told.how, by: visit.staff)
        })

    static let exception = Field<String>.choice(
        "exception", "Exception", FieldWords(clauses: { $0.confidentiality.exceptions.flatMap(\.basis.clauses) })
    ) { $0.confidentiality.exceptions.map { FieldOption($0.id, $0.label) } }.byButtons

    /// Of the record to be, made before the form was shown, so that a form sent twice on a bad line tells once.
    static let id = Field<String>.hiddenID("id").map { text throws(Refusal) -> RandomId? in
        guard let id = RandomId(text: text) else {
            throw Refusal("This form is not whole. Begin again.", field: "id")
        }
        return id
    }.onPages(otherwise: nil)

    /// From which of their requests the supporter steps back, where the exception ends their part.
    static let request = Field<String?>.found(
        maybe: "request", "From which request do you step back?", nobody: "Choose",
        FieldWords(
            about:
                "The request that leaves you with this, where the exception has you step back: an id of yours, or `none`. "
                + "It may be left out where there is one at most.",
            clauses: { $0.confidentiality.exceptions.filter(\.replacesSupporter).flatMap(\.basis.clauses) })
    ).map { said in
        switch said {
        case nil: SteppingBackFrom.unsaid
        case SteppingBack.none: SteppingBackFrom.nothingHere
        case let id?: SteppingBackFrom.request(id)
        }
    }.only(where: \.hasSteppingBack, otherwise: SteppingBackFrom.unsaid)

    static let place = Field<Int>.hiddenNumber(
        "place", 0...100, missing: "Say whom you told.",
        FieldWords(about: "The recipient's place in the record, from 0."))

    static let how = Field<Means>.means("How did you tell them?", of: [.telephone, .inPerson]).byButtons
}
