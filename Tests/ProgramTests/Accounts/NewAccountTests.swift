import Program
import Testing

/// What keeps an account from being made, by field.
@Suite struct NewAccountTests {
    @Test(
        arguments: [
            ("a.lopez", "A Lopez", nil, false, false, []), ("a.lopez", "A Lopez", "501", false, true, []),
            ("A.Lopez", "A Lopez", nil, false, false, ["login"]), ("a", " ", nil, true, false, ["login", "name"]),
            ("a.lopez", "A\nLopez", nil, false, false, ["name"]), ("a.lopez", "A Lopez", nil, true, false, ["login"]),
            ("a.lopez", "A Lopez", "502", false, false, ["employeeNumber"]),
            ("a.lopez", "A Lopez", "", false, false, ["employeeNumber"]),
        ] as [(String, String, String?, Bool, Bool, [String])])
    func made(
        login: String, name: String, number: String?, isTaken: Bool, isInDirectory: Bool, fields: [String]
    ) {
        let new = NewAccount(login: login, name: name, employeeNumber: number)
        let refusal = new.mayBeCreated(isTaken: isTaken, isInDirectory: isInDirectory)
        #expect(refusal?.problems.map(\.field) ?? [] == fields)
    }
}
