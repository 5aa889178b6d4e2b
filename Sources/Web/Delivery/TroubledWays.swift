import HTML
import Operations
import Program

/// What is wrong with a way to be reached, and what its owner does about it.
enum TroubledWays {
    /// On somebody's home, where one of their ways does not work any more.
    static func onHome(_ ways: [ContactMethod]) -> HTML? {
        guard !ways.isEmpty else { return nil }
        return section(
            "Reaching you", lead: "What comes for you may not arrive.",
            cards(
                ways.map { way in
                    linkCard(
                        "\(way.kind.label): \(way.address)", detail: "See what to do",
                        to: ContactMethodAddresses.method.link(PathID(way.id)), icon: .phone,
                        badge: way.trouble.map { badge($0.label, tone: .bad) })
                }))
    }

    /// On the page of the way itself.
    static func onOwnPage(_ way: ContactMethod) -> HTML? {
        way.trouble.map { callout($0.heading, tone: .warning, $0.whatToDo) }
    }
}

extension ContactMethod.Trouble {
    /// In a word or two, in a list.
    var label: String {
        switch self {
        case .refused: "Refused"
        case .gone, .otherKey: "Ended"
        }
    }

    fileprivate var heading: String {
        switch self {
        case .refused: "The last word was refused there"
        case .gone: "This device takes no notifications any more"
        case .otherKey: "This device has to allow notifications again"
        }
    }

    fileprivate var whatToDo: HTML {
        switch self {
        case .refused:
            """
            <p>Whoever carries it says that this number or address takes nothing. It is still tried, and your next way is used \
            at once. Look whether it is right. Have a test sent; or remove it, and add another.</p>
            """
        case .gone:
            """
            <p>Its permission was taken back, or the page was removed from it. Open this on that device and allow notifications \
            again, under the same name; or remove it here.</p>
            \(Self.again)
            """
        case .otherKey:
            """
            <p>The server had to begin with a new key, and the device knows the old one alone. Nobody did anything wrong. Open \
            this on that device and allow notifications again, under the same name.</p>
            \(Self.again)
            """
        }
    }

    private static var again: HTML {
        actions(linkButton("Notifications on this device", to: ContactMethodAddresses.device.link(), icon: .phone))
    }
}
