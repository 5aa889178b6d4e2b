import Operations
import Program
import Store

extension Routes {
    static let onCallInterface: [Route] = [
        .read(
            "readOwnRoster", "Your own shifts and offers, days off, hours of your own, and gaps you may take.",
            at: OnCallAddresses.own, for: .signedIn, "What the call-out lists say about you.", byPack: OnCallShapes.own
        ) { visit in try await visit.programmes.ownRoster(of: visit.staff) }
    ]
}

/// A shift that is offered, with the names that a member's own lists know.
private struct NamedOffer: Sendable {
    let swap: Listed<Swap>
    let own: OwnRoster

    var given: Listed<Stretch> { Listed(swap.value.given, on: swap.list) }

    func named(_ account: String) -> NamedAccount { NamedAccount(account: account, name: own.name(account)) }
}

private enum OnCallShapes {
    @Sendable
    static func own(_ pack: PolicyPack) -> Shape<OwnRoster> {
        Shape(
            .list("shifts", of: listed, \.shifts),
            .list("shadowing", of: listed, about: "You look on and are not called.", \.shadowing),
            .list("toTake", of: offer, about: "What colleagues offer you.") { $0.named($0.toTake) },
            .list("offered", of: offer, about: "What you offer, while nobody has taken it.") { $0.named($0.offered) },
            .list("gaps", of: listed, about: "When nobody is on call on a list of yours.", \.gaps),
            .list("leave", of: leave, \.leaves),
            .list("hours", of: hours.with(RosterShapes.hours(pack).of(\.hours)), \.ownHours),
            .flag("hasCalendarLink", \.hasFeed))
    }

    private static let listed = Shape<Listed<Stretch>>(.id("list") { $0.list.text })
        .with(RosterShapes.stretch.of(\.value))

    private static let offer = Shape<NamedOffer>(
        .id("id", \.swap.value.id), .part("giver", RosterShapes.person) { $0.named($0.swap.value.giver) }
    ).with(listed.of(\.given)).with(
        .part(maybe: "to", RosterShapes.person) { offer in offer.swap.value.taker.map(offer.named) },
        .part(maybe: "inReturn", RosterShapes.stretch, \.swap.value.inReturn))

    private static let leave = Shape<Leave>(
        .id("id", \.id), .day("firstDay", \.firstDay), .day("lastDay", \.lastDay))

    private static let hours = Shape<OwnHours>(.id("id", \.id), .choice("kind", \.kind))
}

extension OwnRoster {
    fileprivate func named(_ swaps: [Listed<Swap>]) -> [NamedOffer] { swaps.map { NamedOffer(swap: $0, own: self) } }
}
