import HTML
import Operations
import Program

enum SignInPlaces {
    static let signIn = PlaceOf<PathID>("agencies", by: "agency", then: ["sign-in"])
    static let enrolment = PlaceOf<PathID>("agencies", by: "agency", then: ["enrolment"])
    static let recovery = PlaceOf<PathID>("agencies", by: "agency", then: ["recovery"])
    static let secondFactor = Place("second-factor")
    static let setUp = Place("second-factor", "set-up")
    static let secondFactorRecovery = Place("second-factor", "recovery")
}

extension Routes {
    static let signIn: [Route] = [
        .open(.get, SignInPlaces.signIn) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(SignInPages.signIn(agency, visit))
        },
        .open(.post, SignInPlaces.signIn, SignInActs.signIn),
        .open(.get, SignInPlaces.enrolment) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(CodePages.enrolment(agency, visit))
        },
        .open(.post, SignInPlaces.enrolment, CodeActs.enrol),
        .open(.get, SignInPlaces.recovery) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(CodePages.recovery(agency, visit))
        },
        .open(.post, SignInPlaces.recovery, CodeActs.recover),
        .staff(.get, SignInPlaces.secondFactor, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor ? .page(SecondFactorPages.proof(visit)) : .see(SignInPlaces.setUp.link)
        },
        .staff(.post, SignInPlaces.secondFactor, for: .owingSecondFactor, SecondFactorActs.prove),
        .staff(.get, SignInPlaces.setUp, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor
                ? .see(SignInPlaces.secondFactor.link) : .page(SecondFactorPages.setUp(TOTPOffer(), visit))
        },
        .staff(.post, SignInPlaces.setUp, for: .owingSecondFactor, SecondFactorActs.setUp),
        .staff(.get, SignInPlaces.secondFactorRecovery, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor
                ? .page(SecondFactorPages.recovery(visit)) : .see(SignInPlaces.setUp.link)
        },
        .staff(.post, SignInPlaces.secondFactorRecovery, for: .owingSecondFactor, SecondFactorActs.recover),
    ]
}
