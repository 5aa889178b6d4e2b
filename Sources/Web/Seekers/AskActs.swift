import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum AskActs {
    /// Asking for support. A page that is sent twice gets the same receipt; a program that asks gets a new one each time.
    static let ask = Act(
        "askForSupport", "Ask for support. The receipt in the answer is the only key to the request.",
        at: SeekerAddresses.ask, interface: SeekerAddresses.requests, for: .everyone, taking: input,
        then: .told(
            "The receipt. It is shown this once.", status: .created,
            Shape<Receipt>(Shape.Member(Schema.Property("receipt", .string(maxLength: 40))) { .string($0.text) })),
        others: [.busy],
        see: { _, slug in SeekerAddresses.newReceipt.link(slug) }, handing: { $0.text },
        refused: { visit, refused, _ in try await AskPages.show(visit, refused) },
        perform: { visit, ask, _ in try await visit.programmes.ask(ask, in: visit.agency, once: visit.visit.once) })

    private static let input = Input<Ask>(
        AskFields.origin, AskFields.standing, AskFields.way, AskFields.time, AskFields.urgency, AskFields.language,
        AskFields.name, AskFields.number, AskFields.words, AskFields.wanted, AskFields.second, AskFields.third,
        AskFields.unwanted, AskFields.units, AskFields.ranks, AskFields.chainOf, AskFields.chainAsLastResort,
        AskFields.touches, AskFields.incidentDay, AskFields.incidentKind, AskFields.read
    ) {
        (
            origin, standing, way, time, urgency, language, name, number, words, wanted, second, third, accounts, units,
            ranks, chainOf, chainAsLastResort, touches, day, kind, _
        ) throws(Refusal) -> Ask in
        let incident = try AskFields.incident(on: day, kind)
        return Ask(
            origin: origin, standing: standing, name: name ?? "", number: number ?? "", way: way, time: time,
            urgency: urgency, language: language ?? "", words: words ?? "",
            wanted: AskFields.eachOnce(wanted + [second, third].compactMap { $0 }),
            unwanted: Unwanted(
                accounts: accounts, units: units, ranks: ranks, chainOf: chainOf ?? "",
                chainAsLastResort: chainAsLastResort),
            touches: touches.union(incident == nil ? [] : [.incident]), incident: incident)
    }
}
