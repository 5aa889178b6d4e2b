import HTML
import HTTPTypes
import Hummingbird

/// What a route says back.
package struct Answer: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]

    init(status: HTTPResponse.Status, type: String?, body: [UInt8] = []) {
        self.status = status
        headers = HTTPFields()
        if let type { headers[.contentType] = type }
        self.body = body
    }

    /// A page to look at. A page that shows a form again because of problems comes with 422.
    package static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, type: "text/html; charset=utf-8", body: Array(html.bytes))
    }

    /// The page again, with what was typed and what is wrong with it.
    static func again(_ html: HTML) -> Answer { page(html, status: .unprocessableContent) }

    /// The act is done; look there next (RFC 9110, 303).
    package static func see(_ link: Link) -> Answer { Answer(status: .seeOther, type: nil).at(link) }

    /// A page that our own script adds to. It may run that script and no other, and connect nowhere.
    ///
    /// - Parameter others: what else of our own the page may use, as the policy says it.
    package static func scriptedPage(
        _ html: HTML, status: HTTPResponse.Status = .ok, besides others: String...
    ) -> Answer {
        var answer = page(html, status: status)
        if let name = HTTPField.Name("Content-Security-Policy") {
            answer.headers[name] = (["\(contentPolicy); script-src 'self'"] + others).joined(separator: "; ")
        }
        return answer
    }

    package static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, type: "application/json", body: value.bytes)
    }

    /// RFC 9457.
    package static func problem(_ value: JSON, status: HTTPResponse.Status) -> Answer {
        Answer(status: status, type: "application/problem+json", body: value.bytes)
    }

    package static let done = Answer(status: .noContent, type: nil)

    package static func file(_ bytes: [UInt8], type: String) -> Answer {
        Answer(status: .ok, type: type, body: bytes)
    }

    package func cached(forSeconds seconds: Int) -> Answer {
        with(.cacheControl, "public, max-age=\(seconds), immutable")
    }

    /// Where the thing is that was made.
    package func at(_ link: Link) -> Answer { with(.location, link.location) }

    /// Worth asking again after that many seconds (RFC 9110, Retry-After).
    package func retryable(after seconds: Int) -> Answer { with(.retryAfter, String(seconds)) }

    func with(_ header: HTTPField.Name, _ value: String) -> Answer {
        var answer = self
        answer.headers[header] = value
        return answer
    }

    /// Gives the browser a cookie of ours, which no script can read.
    func settingCookie(
        _ name: String, _ value: String, for seconds: Int?, path: String = "/",
        sameSite: Cookie.SameSite = .strict, at site: Site
    ) -> Answer {
        let cookie = Cookie(
            name: name, value: value, maxAge: seconds, path: path, secure: site.isSecure, httpOnly: true,
            sameSite: sameSite)
        var answer = self
        answer.headers.append(HTTPField(name: .setCookie, value: cookie.description))
        return answer
    }

    /// With the headers that every answer of this server carries.
    var response: Response {
        var fields = headers
        for (name, value) in Answer.protections where fields[name] == nil { fields[name] = value }
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// Nothing but this server's own style sheet and pictures is loaded, and no script runs.
    private static let contentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    /// What a page can do without, so that nobody's script could do it either: to see and hear, to know where somebody is and which
    /// other devices they have, to share the screen, and to tell advertisers what the visit was about.
    private static let permissions = [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
        "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment",
        "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    ].map { "\($0)=()" }.joined(separator: ", ")

    /// No other site may frame a page or learn where a visitor came from.
    private static let protections: [(HTTPField.Name, String)] = {
        let named: [(String, String)] = [
            ("Content-Security-Policy", contentPolicy),
            ("X-Content-Type-Options", "nosniff"),
            // Our own pages say where a form comes from, which is looked at; nobody else learns of it.
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            // No look-up of names for links that nobody has followed.
            ("X-DNS-Prefetch-Control", "off"),
            ("Permissions-Policy", permissions),
        ]
        return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()
}
