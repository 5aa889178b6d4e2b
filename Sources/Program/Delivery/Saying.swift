/// What is said to the owner of an account. Each text is the same for everybody: it names no one, no agency and no reason,
/// for phones lie on tables and providers keep what they carry.
package enum Saying: Sendable, Equatable {
    /// There is something to look at.
    case message
    /// Its owner wants to know whether it works.
    case test
    /// Six digits that prove the address.
    case code(String)
    /// To an employee who asked for an account: by what name and with which one-time code they begin.
    case enrolment(login: String, code: String)

    /// The heading of an e-mail or a notification.
    package static let heading = "Peer support"

    /// As it is read.
    package var written: String { "Peer support: \(note)." }

    /// Without the heading, where one stands above it.
    package var note: String {
        switch self {
        case .message: "you have a new message"
        case .test: "this is a test, and it has arrived"
        case .code(let digits): "your code is \(digits)"
        case .enrolment(let login, let code):
            "your account is ready. Choose First time here where you asked for it; login \(login), one-time code \(code)"
        }
    }

    /// As it is heard. It is said twice: whoever picks up has no time to find a pen.
    package var spoken: String { "\(said) Once more. \(said)" }

    private var said: String {
        switch self {
        case .message: "This is peer support. You have a new message. Please look at it."
        case .test: "This is peer support. This is a test, and it has arrived."
        case .code(let digits): "This is peer support. Your code is \(digits.map(String.init).joined(separator: ", "))."
        // It is only ever written: a code of that length nobody takes down by ear.
        case .enrolment: "This is peer support. Your account is ready."
        }
    }
}
