import Hummingbird
import Sealing

extension Answer {
    /// The longest time a browser keeps the cookie, in seconds. How long the session lasts is for the server to say.
    private static let longestSession = 14 * 86_400

    /// Gives the browser the session to go on with. No script can read it. It comes with a link followed from a mail, and
    /// with no form of another site (`Lax`).
    func beginning(_ session: SessionKey, at site: Site) -> Answer {
        settingSession(session.token, for: Self.longestSession, at: site)
    }

    /// Takes the session out of the browser, and with it what it was told once: the next at the same device is somebody else.
    func endingSession(of visit: Visit) -> Answer {
        let ended = settingSession("", for: 0, at: visit.site)
        return visit.carriesShownOnce ? ended.endingShownOnce(at: visit.site) : ended
    }

    private func settingSession(_ token: String, for seconds: Int, at site: Site) -> Answer {
        settingCookie(site.cookieName, token, for: seconds, sameSite: .lax, at: site)
    }
}
