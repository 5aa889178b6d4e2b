import Hummingbird
import HummingbirdCore
import Operations
import Program
import Sealing

/// One coming to one route: what was asked, and the programmes it is asked of.
package struct Visit: Sendable {
    let request: Request
    package let site: Site
    package let programmes: Programmes
    /// The fields of the form sent, without the request-forgery token; empty for a page that is only looked at.
    package let form: FormAnswers
    /// What marks this sending, where it is to be done once.
    var once: OnceKey?

    /// A parameter behind the question mark; nothing where it holds what no database stores.
    package func query(_ name: String) -> String? {
        queryAsSent(name).flatMap { $0.contains("\u{0}") ? nil : $0 }
    }

    /// Whether a parameter came more than once: whoever sent it may mean the other.
    func isAskedTwice(_ name: String) -> Bool { parameters[values: Substring(name)].count > 1 }

    /// The same with whatever was sent, also what no database takes; for checking only.
    func queryAsSent(_ name: String) -> String? {
        parameters[Substring(name)].map(String.init)
    }

    /// A plus is a space, as forms and most clients send it; a plus itself comes as `%2B`.
    private var parameters: FlatDictionary<Substring, Substring> {
        URI("/?" + (request.uri.query ?? "").replacing("+", with: "%20")).queryParameters
    }
}

/// The visit of someone signed in. A handler that takes it cannot be reached by anyone else.
package struct StaffVisit: Sendable {
    package let visit: Visit
    package let staff: Staff

    /// What a form of this session carries: that it is one of ours, and which sending it is. Another each time.
    package var formToken: String { FormToken(session: staff.session.formToken).text }

    /// What was just done, where the link that led here says it (`Address.link(_:after:)`).
    func change<Change: RawRepresentable>() -> Change? where Change.RawValue == String {
        visit.query("after").flatMap { Change(rawValue: $0) }
    }
}
