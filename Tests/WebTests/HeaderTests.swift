import Foundation
import Program
import Testing
import Web
import WebSupport

/// What every answer says to browsers, and to whatever stands between.
@Suite struct HeaderTests {
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let others = [
        "x-dns-prefetch-control": "off",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": permissions,
    ]

    private static let permissions = [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
        "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment",
        "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    ].map { "\($0)=()" }.joined(separator: ", ")

    /// Only a page that has our script may run one.
    private static func protections(of reply: Reply) -> [String: String] {
        let isInstallable = reply.text.contains("<link rel=\"manifest\"")
        let isScripted = isInstallable || reply.text.contains("<script src=\"/assets/")
        let allowed =
            (isScripted ? "; script-src 'self'" : "")
            + (isInstallable ? "; worker-src 'self'; manifest-src 'self'" : "")
        // A self-check can send nothing anywhere.
        if reply.text.contains(" data-check>") {
            let closed = policy.replacing("form-action 'self'", with: "form-action 'none'")
            return others.merging(["content-security-policy": closed + allowed + "; connect-src 'none'"]) { $1 }
        }
        return others.merging(["content-security-policy": policy + allowed]) { $1 }
    }

    private static func carried(by reply: Reply) -> [String: String] {
        reply.headers.filter { others.keys.contains($0.key) || $0.key == "content-security-policy" }
    }

    @Test func everyAnswerCarriesThem() async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation")
        for route in Routes.all {
            let client = try await grounds.client(admittedTo: route)
            let path = try await grounds.path(of: route, for: client)
            let isAsset = route.pattern.hasPrefix("/assets/")
            let admitted = try await client.asks(for: route, at: path)
            let turnedAway = try await grounds.town.visitor().asks(for: route, at: path)
            for reply in [admitted, turnedAway] {
                #expect(Self.carried(by: reply) == Self.protections(of: reply), "\(path)")
                #expect(
                    reply.headers["cache-control"]
                        == (isAsset ? "public, max-age=31536000, immutable" : "no-store"), "\(path)")
                #expect(reply.headers["server"] == nil, "\(path)")
            }
        }
    }

    @Test(arguments: ["/no-such-thing", "/api/v1/no-such-thing", "/../../etc/passwd", "/assets/style-00.css", "/%00"])
    func unknownAddressesCarryThemToo(path: String) async throws {
        let reply = try await DemoTown.start(pack: "iacp").visitor().get(path)
        #expect(reply.status == 404)
        #expect(Self.carried(by: reply) == Self.protections(of: reply))
        #expect(reply.headers["cache-control"] == "no-store")
    }

    @Test func theSessionCookieIsForThisHostAloneAndForNoScript() async throws {
        let town = try await DemoTown.start(pack: "iacp", isSecure: true)
        let reply = try await town.visitor().post(
            "/agencies/iacp/sign-in", ["login": "supporter", "passphrase": DemoAgency.passphrase])
        let cookie = try #require(reply.headers["set-cookie"])
        let parts = Set(cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() })
        #expect(cookie.hasPrefix("__Host-session="))
        #expect(parts.isSuperset(of: ["path=/", "secure", "httponly", "samesite=lax", "max-age=1209600"]))
        #expect(!parts.contains { $0.hasPrefix("domain") })
    }

    @Test func withoutHTTPSTheCookieIsStillForNoScriptAndNoOtherSite() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let reply = try await town.visitor().post(
            "/agencies/iacp/sign-in", ["login": "supporter", "passphrase": DemoAgency.passphrase])
        let cookie = try #require(reply.headers["set-cookie"]).lowercased()
        #expect(cookie.contains("httponly") && cookie.contains("samesite=lax") && !cookie.contains("secure"))
    }
}
