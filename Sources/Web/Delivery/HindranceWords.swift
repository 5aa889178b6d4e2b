import HTML
import Program

extension ReachHindrance {
    /// In a few words, as others read it.
    var label: String {
        switch self {
        case .noWay: "no number set"
        case .notProved: "no number proved"
        case .inTrouble: "their numbers take nothing"
        case .notCarried: "no gateway for their numbers"
        }
    }

    /// Why somebody is not told, with the number to call them by.
    ///
    /// - Parameter untold: what comes of it, such as `Not told`.
    func words(untold: String, _ telephone: String?) -> HTML {
        guard let telephone else { return "\(untold): \(label)." }
        return "\(untold): \(label). Call <a\(href: Link(telephone: telephone))>\(telephone)</a>."
    }

    /// What is wrong, as somebody reads it of themselves.
    var ownWords: String {
        switch self {
        case .noWay: "You have set no number and no address."
        case .notProved: "No code that was sent to your numbers has come back."
        case .inTrouble: "Every number and address of yours takes nothing any more."
        case .notCarried: "This installation has no gateway for the ways that you have set."
        }
    }
}
