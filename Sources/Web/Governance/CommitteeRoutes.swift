import Operations
import Program

enum CommitteeAddresses {
    static let committees = FixedAddress("committees")
    static let committee = Address<PathID>("committees/{committee}")
    static let seats = Address<PathID>("committees/{committee}/seats")
    static let elections = Address<PathID>("committees/{committee}/elections")
    static let questions = Address<PathID>("committees/{committee}/questions")
    static let acceptance = Address<PathID>("seats/{seat}/acceptance")
    static let endOfSeat = Address<PathID>("seats/{seat}/end")
    static let seat = Address<PathID>("seats/{seat}")
    static let ballot = Address<PathID>("ballots/{ballot}")
    static let vote = Address<PathID>("ballots/{ballot}/vote")
    static let closing = Address<PathID>("ballots/{ballot}/closing")
}

extension Need {
    /// Members of a committee, whoever convenes it, and whoever watches over the programme's duties.
    static let seesCommittees = Need.anyOf([.sitOnCommittee, .conveneCommittee, .readConformance])
    /// Members of a committee and whoever convenes it.
    static let seesBallots = Need.anyOf([.sitOnCommittee, .conveneCommittee])
}

extension PolicyPack {
    /// Whether the programme has committees.
    var hasCommittees: Bool { !governance.committees.isEmpty }
}

extension Routes {
    static let committees: [Route] = committeePages + SeatActs.routes + BallotActs.routes + committeeReadings

    private static let committeePages: [Route] = [
        .staff(.get, CommitteeAddresses.committees, for: .signedIn) { visit in
            try await CommitteePages.listAgain(visit, nil)
        },
        .staff(.get, CommitteeAddresses.committee, for: .staff(.seesCommittees)) { visit, id in
            try await CommitteePages.again(visit, nil, id)
        },
        .staff(.get, CommitteeAddresses.ballot, for: .staff(.seesBallots)) { visit, id in
            try await BallotPages.again(visit, nil, id)
        },
    ]

    private static let committeeReadings: [Route] = [
        .read(
            "listCommittees", "The committees of the programme: whether each is duly composed, or what is missing.",
            at: CommitteeAddresses.committees, for: .signedIn, where: \.hasCommittees, "The committees.",
            .list("committees", of: CommitteeShapes.listed)
        ) { visit in try await visit.programmes.committees(for: visit.staff) },
        .read(
            "readCommittee", "A committee with its seats and terms, its tasks and its ballots.",
            at: CommitteeAddresses.committee, for: .staff(.seesCommittees), where: \.hasCommittees, "The committee.",
            CommitteeShapes.committee
        ) { visit, id in try await visit.programmes.committee(CommitteeID(id.text), for: visit.staff) },
        .read(
            "readBallot", "A ballot of your committee: whether it is open, and how it fell once it is closed.",
            at: CommitteeAddresses.ballot, for: .staff(.seesBallots), where: \.hasCommittees, "The ballot.",
            CommitteeShapes.ballot
        ) { visit, id in try await visit.programmes.ballot(id.text, for: visit.staff) },
    ]
}

enum CommitteeShapes {
    private static let part = Shape<CommitteeComposition.Part>(
        .id("seat", \.rule.id), .words("title", \.rule.title), .count("fewest", \.rule.count.lowerBound.number),
        .count("most", \.rule.count.upperBound.number), .count("held", \.held), .count("missing", \.missing))

    static let listed = Shape<ListedCommittee>(
        .id("id", \.rule.id.text), .words("title", \.rule.title),
        .flag("isDulyComposed", about: "Whether nothing that the policy asks for is missing.", \.composition.isDuly),
        .id(maybe: "missingChair", about: "The role in the chair, where nobody holds it.") {
            $0.composition.missingChair?.text
        },
        .list("seats", of: part, \.composition.parts))

    private static let seat = Shape<ViewedSeat>(
        .id("id", \.seat.id), .id("seat", \.seat.seat), .words("title", \.title), .words("name", \.name),
        .flag("isOffered", about: "Whether it waits to be accepted.", \.seat.isOffered),
        .day(maybe: "startsOn", \.seat.startsOn),
        .day(maybe: "until", about: "The first day after its term.", \.seat.until),
        .words(maybe: "problem", about: "Why its holder has no vote, where they have none.", \.problem),
        .words(maybe: "attestedBy", about: "Who vouched for what the directory cannot know.", \.attestedBy),
        .day(maybe: "attestedOn", \.seat.attested?.on))

    static let committee = listed.of(\CommitteeView.listed).with(
        .words("convener", about: "The role that fills its seats.", \.convener),
        .texts("chairs", about: "Who holds the chair.", \.chairs), .list("members", of: seat, \.seats),
        .texts("withoutSeat", about: "Who holds the committee's role without a seat, and has no vote.", \.withoutSeat),
        .texts("tasks", about: "What it does by the policy.") { $0.listed.rule.tasks.map(\.task.words) },
        .list("ballots", of: ballot, \.ballots))

    private static let named = Shape<NamedVote>(.words("name", \.name), .choice("choice", \.choice))

    private static let paper = Shape<CountedPaper>(.words("code", \.code), .choice("choice", \.choice))

    static let given = Shape<GivenVote>(
        .choice("choice", \.choice),
        .words(
            maybe: "code", about: "By which you find your paper in the published list of a secret ballot. Note it.",
            \.code))

    static let ballot = Shape<BallotView>(
        .id("id", \.ballot.id),
        .choice("subject", of: BallotSubject.Kind.allCases.map(\.rawValue)) {
            $0.ballot.subject.kind.rawValue
        },
        .words("title", \.title), .choice("votes", \.ballot.rule.votes), .day("openedOn", \.ballot.openedOn),
        .day(maybe: "closesOn", \.ballot.closesOn), .count("electors", \.electors),
        .count("cast", about: "How many have voted.", \.cast),
        .part(maybe: "own", given, about: "Your own vote, while it is open.", \.own), .flag("mayVote", \.mayVote),
        .day(maybe: "closedOn", \.ballot.closed?.on), .choice(maybe: "outcome", \.ballot.closed?.outcome),
        .count(maybe: "yes", \.ballot.closed?.tally.yes), .count(maybe: "no", \.ballot.closed?.tally.no),
        .count(maybe: "abstained", \.ballot.closed?.tally.abstained),
        .list("named", of: named, \.named), .list("papers", of: paper, \.counted))
}
