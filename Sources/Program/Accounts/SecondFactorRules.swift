// Who owes a second factor, and what keeps it from being proved, set up or cleared.
extension PolicyPack {
    /// Whether whoever gave the right passphrase owes a second factor: they have one, or a role of that day asks for one.
    package func owesSecondFactor(hasOne: Bool, holding holdings: [Holding], on day: Day) -> Bool {
        hasOne || needsSecondFactor(holdings, on: day)
    }

    /// Whether a session that goes on owes it: as it did when it began, or since a role given meanwhile asks for a factor that its
    /// owner has not set up yet.
    package func stillOwesSecondFactor(
        _ owedAtSignIn: Bool, hasOne: Bool, holding holdings: [Holding], on day: Day
    ) -> Bool {
        owedAtSignIn || (!hasOne && needsSecondFactor(holdings, on: day))
    }
}

/// Whether an account has a second factor, and what follows from it.
package struct SecondFactorStatus: Sendable, Equatable {
    package let isSet: Bool

    package init(isSet: Bool) { self.isSet = isSet }

    /// What keeps its owner from setting another up, if anything. Who has one shows it first: the passphrase alone does not replace
    /// it.
    package func mayBeSet(owingIt: Bool) -> Refusal? {
        isSet && owingIt ? Refusal("This account has a second factor already.", field: "digits") : nil
    }

    /// What keeps its owner from linking the agency's own sign-in, if anything. The passphrase alone links it only where there is no
    /// second factor yet.
    package func mayBeLinked(owingIt: Bool) -> Refusal? {
        isSet && owingIt
            ? Refusal(
                """
                This account is not linked with the sign-in of your agency yet. Sign in with the digits of your app, then link it \
                under My account.
                """) : nil
    }

    /// What keeps its owner from unlinking the agency's own sign-in, if anything.
    package static func mayUnlink(hasApp: Bool, needsOne: Bool) -> Refusal? {
        hasApp || !needsOne
            ? nil
            : Refusal(
                "Your role asks for a second factor. Set up an app first, then unlink the sign-in of your agency.")
    }

    /// What keeps its owner from clearing it with a printed code, if anything.
    package func mayBeCleared() -> Refusal? {
        isSet ? nil : Refusal("This account has no second factor now. Set one up.", field: "code")
    }

    /// What keeps a printed code of the account from standing in for the phone, if anything. One that came back for another does
    /// not: whoever found the paper could else change the passphrase with one code and the phone with the next.
    package static func mayBeCleared(withCodeForPhone isForPhone: Bool) -> Refusal? {
        isForPhone
            ? nil
            : Refusal(
                """
                This code came when the last one was used, and your phone has not been used since: it cannot stand in for \
                the phone yet. Whoever keeps the accounts of your agency can start your account over.
                """, field: "code")
    }
}

extension Refusal {
    package static let noSecondFactorToProve = Refusal("Set the second factor up first.", field: "digits")

    package static let wrongDigits = Refusal(
        "These are not the present six digits. Check that the clock of the phone is right.", field: "digits")

    package static let usedDigits = Refusal("These digits were used. Wait for the next ones.", field: "digits")

    /// A printed code of another account, of none, or used: which of them is not said.
    package static let notThisAccountsCode = Refusal("This code does not fit your account.", field: "code")
}
