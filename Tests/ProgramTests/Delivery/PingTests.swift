import Program
import Testing

/// When which method is used: "push, after 3 minutes a text, after 6 a call".
@Suite struct PingTests {
    private static let push = method("1", .push, after: 0)
    private static let text = method("2", .text, after: 3)
    private static let call = method("3", .call, after: 6)
    private static let email = method("4", .email, after: 0)
    private static let unconfirmed = method("5", .text, after: 0, isConfirmed: false)

    private static let urgentTable: [(String, [ContactMethod], [(String, Int64)])] = [
        ("as chosen", [push, text, call], [("1", 0), ("2", 180), ("3", 360)]),
        ("in any order", [call, push, text], [("1", 0), ("2", 180), ("3", 360)]),
        ("two at once", [email, push], [("1", 0), ("4", 0)]),
        ("the first is used at once", [call, text], [("2", 0), ("3", 180)]),
        ("alone it is used at once", [call], [("3", 0)]),
        ("unconfirmed is not used", [unconfirmed, text, call], [("2", 0), ("3", 180)]),
        ("none confirmed", [unconfirmed], []),
        ("none", [], []),
    ]

    @Test(arguments: urgentTable)
    func urgent(_ about: String, _ methods: [ContactMethod], _ expected: [(String, Int64)]) {
        expect(methods.steps(for: .urgent), expected)
    }

    private static let routineTable: [(String, [ContactMethod], [(String, Int64)])] = [
        ("nobody is called", [push, text, call], [("1", 0), ("2", 180)]),
        ("unless nothing else is there", [call], [("3", 0)]),
        ("an unconfirmed text is nothing", [unconfirmed, call], [("3", 0)]),
        ("none", [], []),
    ]

    @Test(arguments: routineTable)
    func routine(_ about: String, _ methods: [ContactMethod], _ expected: [(String, Int64)]) {
        expect(methods.steps(for: .routine), expected)
    }

    private func expect(_ steps: [Ping.Step], _ expected: [(String, Int64)]) {
        #expect(steps.map(\.method) == expected.map(\.0))
        #expect(steps.map(\.wait) == expected.map(\.1))
    }

    private static func method(
        _ id: String, _ kind: ContactMethod.Kind, after delay: Int, isConfirmed: Bool = true
    ) -> ContactMethod {
        ContactMethod(id: id, kind: kind, address: id, delay: delay, isConfirmed: isConfirmed)
    }
}
