import Hummingbird

extension Site {
    /// The name of the cookie that holds a seeker's pass. The prefix binds it to HTTPS (RFC 6265bis).
    var passName: String { isSecure ? "__Secure-pass" : "pass" }
}

extension Answer {
    /// Gives the browser a seeker's pass, for as long as it is open. It comes with the seeker's own pages alone: no script
    /// can read it, no other site's link or form brings it along.
    func handing(_ pass: String, at site: Site) -> Answer { settingPass(pass, for: nil, at: site) }

    /// Takes the pass out of the browser.
    func takingPass(at site: Site) -> Answer { settingPass("", for: 0, at: site) }

    private func settingPass(_ pass: String, for seconds: Int?, at site: Site) -> Answer {
        settingCookie(site.passName, pass, for: seconds, path: SupportAddresses.support.pattern, at: site)
    }
}
