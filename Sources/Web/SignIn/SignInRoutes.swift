import Program

enum SignInAddresses {
    static let signIn = Address<PathID>("agencies/{agency}/sign-in")
    static let enrolment = Address<PathID>("agencies/{agency}/enrolment")
    static let enrolments = Address<PathID>("agencies/{agency}/enrolments")
    /// The recovery code of whoever has just enrolled.
    static let enrolled = Address<PathID>("agencies/{agency}/enrolment/recovery-code")
    static let recovery = Address<PathID>("agencies/{agency}/recovery")
    static let recoveries = Address<PathID>("agencies/{agency}/recoveries")
    /// The new recovery code of whoever used the one before.
    static let recovered = Address<PathID>("agencies/{agency}/recovery/recovery-code")

    static let secondFactor = FixedAddress("second-factor")
    static let setUp = FixedAddress("second-factor/set-up")
    static let secondFactorRecovery = FixedAddress("second-factor/recovery")
    /// The new recovery code of whoever used the one before for a lost phone.
    static let secondFactorCleared = FixedAddress("second-factor/recovery-code")
}

/// Where programs find the same.
enum SessionAddresses {
    static let sessions = Address<PathID>("agencies/{agency}/sessions")
    static let session = FixedAddress("session")
    static let secondFactor = FixedAddress("session/second-factor")
    static let secondFactorRecovery = FixedAddress("session/second-factor-recovery")
}

extension Routes {
    static let signIn: [Route] =
        [
            .open(.get, in: SignInAddresses.signIn) { visit in .page(SignInPages.signIn(visit)) },
            .open(.post, in: SignInAddresses.signIn, SignInActs.signIn),
            .api(.post, SessionAddresses.sessions, for: .everyone, SignInActs.endpoint, SignInActs.beginSession),
        ] + passphraseByCode + secondFactor + agencySignIn
}
