import HTML
import Operations
import Program

extension Routes {
    static let services: [Route] = ServiceActs.routes + CheckActs.routes + serviceReadings

    /// Whoever assigns or does them.
    static let ofServices = Need.anyOf([.takeRequests, .assignServices, .assignChecks])

    private static let serviceReadings: [Route] = [
        .staff(.get, ServiceAddresses.services, for: .staff(ofServices), where: \.hasServicesOrChecks) { visit in
            try await ServicePages.again(visit, nil)
        },
        .read(
            "listServices", "Services and checks that one assigns, is asked for, or does.",
            at: ServiceAddresses.services, for: .staff(ofServices), where: \.hasServicesOrChecks,
            "Only what is the caller’s.", shape
        ) { visit in try await visit.programmes.services(for: visit.staff) },
    ]

    private static let volunteer = Shape<ListedService.Volunteer>(
        .id("account", \.part.account), .words("name", \.name), .choice("status", \.part.status),
        .count(maybe: "minutes", \.part.minutes))

    private static let own = Shape<ServiceVolunteer>(
        .choice("status", \.status), .count(maybe: "minutes", \.minutes))

    private static let service = Shape<ListedService>(
        .id("id", \.service.id), .words("kind", \.service.plan.kind), .words("label", \.label),
        .moment("from", \.service.plan.from), .moment("until", \.service.plan.until), .day("day", \.service.day),
        .count("wanted", \.service.plan.wanted), .count("missing", about: "How many more it takes.", \.service.missing),
        .words(maybe: "place", \.service.plan.place),
        .words(maybe: "name", about: "For whoever assigns, and those confirmed.", \.name),
        .choice("status", \.service.status), .part(maybe: "own", own, \.own),
        .list("volunteers", of: volunteer, about: "For whoever assigns.", \.volunteers))

    private static let figure = Shape<ServiceFigure>(
        .words("kind", \.kind),
        .count("done", about: "In the four quarters that were over last.", \.done),
        .count(
            maybe: "minutes", about: "Null where fewer than \(ServiceFigure.fewestMembers) members did it.", \.minutes))

    private static let check = Shape<ListedAssignedCheck>(
        .id("id", \.check.id), .words(maybe: "name", \.name), .words("member", about: "Who asks.", \.member),
        .day("firstOn", \.check.firstOn),
        .day("lastOn", about: "Until when it stands in the list at most, whatever came of it.", \.check.lastOn))

    private static let ownCheck = Shape<ListedOwnCheck>(
        .id("id", \.check.id), .words(maybe: "name", \.name), .day("nextOn", \.check.nextOn),
        .choice(maybe: "outcome", about: "Of the last time.", \.check.outcome), .flag("isDue", \.check.isDue))

    private static let shape = Shape<ServicesView>(
        .list("assigned", of: service, \.assigned), .list("asked", of: service, \.asked),
        .list("own", of: service, \.own), .list("figures", of: figure, \.figures),
        .list("checks", of: check, about: "For whoever assigns.", \.checks),
        .list("ownChecks", of: ownCheck, about: "For the member who asks.", \.ownChecks))
}
