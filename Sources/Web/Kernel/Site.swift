import HTML
import Operations

/// What pages need to know of this installation.
package struct Site: Sendable {
    package let assets: Assets
    /// Whether people reach it by HTTPS, so that cookies are bound to it.
    package let isSecure: Bool
    /// How people can be reached outside these pages.
    let carriers: Carriers

    package init(assets: Assets, isSecure: Bool, carriers: Carriers = Carriers()) {
        self.assets = assets
        self.isSecure = isSecure
        self.carriers = carriers
    }

    /// The name of the session cookie. The prefix binds it to this host and to HTTPS (RFC 6265bis).
    var cookieName: String { isSecure ? "__Host-session" : "session" }
}
