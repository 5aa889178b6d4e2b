/// A new account as asked for.
package struct NewAccount: Sendable, Equatable {
    package let login: String
    package let name: String
    /// The employee number of the person in the directory; none for an outside professional.
    package let employeeNumber: String?

    package init(login: String, name: String, employeeNumber: String?) {
        self.login = login
        self.name = name
        self.employeeNumber = employeeNumber
    }

    /// How long the code works with which its owner comes first: seven days.
    package static let enrolment = LongestWait(seconds: 7 * 86_400)

    /// The employee number to look for, where it can be somebody's.
    package var askedNumber: String? { employeeNumber.flatMap { $0.isName ? $0 : nil } }

    /// What keeps the account from being made, if anything.
    ///
    /// - Parameters:
    ///   - isTaken: whether the agency has an account with this login.
    ///   - isInDirectory: whether the directory has the employee number.
    package func mayBeCreated(isTaken: Bool, isInDirectory: Bool) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if Login(typed: login)?.text != login {
            problems.append(
                Refusal.Problem(
                    field: "login", message: "Login: two to sixty small letters, digits, points and hyphens."))
        }
        if let why = name.whyNoName {
            problems.append(Refusal.Problem(field: "name", message: "Name: \(why)"))
        }
        guard problems.isEmpty else { return Refusal(problems) }
        if isTaken { return Refusal("There is an account with this login already.", field: "login") }
        guard employeeNumber == nil || isInDirectory else {
            return Refusal("The directory has no such employee number.", field: "employeeNumber")
        }
        return nil
    }

    /// Only an account whose owner has not come yet gets a new enrolment code.
    package static let isEnrolled = Refusal("The owner of this account has chosen a passphrase already.")
}
