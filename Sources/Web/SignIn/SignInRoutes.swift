import HTML
import Operations
import Program

enum SignInAddresses {
    static let signIn = Address<PathID>("agencies/{agency}/sign-in")
    static let enrolment = Address<PathID>("agencies/{agency}/enrolment")
    static let recovery = Address<PathID>("agencies/{agency}/recovery")
    static let secondFactor = FixedAddress("second-factor")
    static let setUp = FixedAddress("second-factor/set-up")
    static let secondFactorRecovery = FixedAddress("second-factor/recovery")
}

extension Routes {
    static let signIn: [Route] = [
        .open(.get, SignInAddresses.signIn) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(SignInPages.signIn(agency, visit))
        },
        .open(.post, SignInAddresses.signIn, SignInActs.signIn),
        .open(.get, SignInAddresses.enrolment) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(CodePages.enrolment(agency, visit))
        },
        .open(.post, SignInAddresses.enrolment, CodeActs.enrol),
        .open(.get, SignInAddresses.recovery) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .page(CodePages.recovery(agency, visit))
        },
        .open(.post, SignInAddresses.recovery, CodeActs.recover),
        .staff(.get, SignInAddresses.secondFactor, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor ? .page(SecondFactorPages.proof(visit)) : .see(SignInAddresses.setUp.link())
        },
        .staff(.post, SignInAddresses.secondFactor, for: .owingSecondFactor, SecondFactorActs.prove),
        .staff(.get, SignInAddresses.setUp, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor
                ? .see(SignInAddresses.secondFactor.link()) : .page(SecondFactorPages.setUp(TOTPOffer(), visit))
        },
        .staff(.post, SignInAddresses.setUp, for: .owingSecondFactor, SecondFactorActs.setUp),
        .staff(.get, SignInAddresses.secondFactorRecovery, for: .owingSecondFactor) { visit in
            visit.staff.hasSecondFactor
                ? .page(SecondFactorPages.recovery(visit)) : .see(SignInAddresses.setUp.link())
        },
        .staff(.post, SignInAddresses.secondFactorRecovery, for: .owingSecondFactor, SecondFactorActs.recover),
    ]
}
