import Foundation
import PolicyPacks
import Program
import Testing
import Web

/// `docs/access-matrix.md`: who may come to which route, by pack and role.
struct AccessMatrixDocument {
    let packs: [PolicyPack]

    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/access-matrix.md")

    var text: String { ([introduction] + packs.map(chapter)).joined(separator: "\n\n") + "\n" }

    private var introduction: String {
        """
        # Who may come where

        Every route of the server names one audience, and nobody else learns that it is there: whoever is not admitted gets what
        an unknown address gives, to the byte. Whoever comes to a page or sends its form without being signed in is led to the
        start, and whoever looks at one while still owing the second factor to that; a program without a session gets 401. The
        pages of a request are for whoever has shown its receipt, whether or not they are staff too; anyone else is told that
        the page has closed. The interface for directories answers whoever brings no token of the agency's with the same 401,
        whether or not there is such an agency.

        What a role may do is for the agency's policy pack to say. Below is what comes of it for each bundled pack. *Nobody* is
        a visitor without a session, *seeker* somebody with the receipt of a request, *half* somebody who has given the passphrase and still owes the second factor. One account
        may hold several roles; it may then do what any of them may.

        This page is made from the routes and the packs by the tests, which also ask the running server for every route as
        every one of these and compare. Make it anew with `PEERSUPPORT_WRITE_DOCS=1 swift test --filter AccessMatrix`.
        """
    }

    private func chapter(of pack: PolicyPack) -> String {
        let titles = pack.roles.map { "- `\($0.id.text)`: \($0.title)" }.joined(separator: "\n")
        return """
            ## \(pack.agency.title) (`\(pack.id.text)`)

            \(titles)

            ### Pages

            \(table(of: Routes.all.filter { !$0.isAPI && $0.audience != .directory }, pack))

            ### Programming interface

            \(table(of: Routes.all.filter(\.isAPI), pack))

            ### Interface for directories

            \(table(of: Routes.all.filter { $0.audience == .directory }, pack))
            """
    }

    private func table(of routes: [Route], _ pack: PolicyPack) -> String {
        let head = ["Route", "For", "nobody", "seeker", "half"] + pack.roles.map { "`\($0.id.text)`" }
        let rule = ["---", "---"] + Array(repeating: ":-:", count: head.count - 2)
        let rows = routes.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }.map {
            route -> [String] in
            let visitors = [(nil, false), ([], true)] + pack.roles.map { (pack.powers(of: $0), false) }
            let admitted = visitors.map { (powers: Set<Power>?, owes: Bool) in
                route.audience.admits(powers, owesSecondFactor: owes)
            }
            let forSeekers = [Audience.everyone, .seeker].contains(route.audience)
            return ["`\(route.method.rawValue) \(route.pattern)`", route.audience.name]
                + ([admitted[0], forSeekers] + admitted.dropFirst()).map { $0 ? "✓" : "" }
        }
        return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }
}

@Suite struct AccessMatrixDocumentTests {
    @Test func documentIsUpToDate() throws {
        let packs = try PackLibrary.bundled.map { try PackLibrary.load($0).get().pack }
        let made = AccessMatrixDocument(packs: packs).text
        if ProcessInfo.processInfo.environment["PEERSUPPORT_WRITE_DOCS"] == "1" {
            try made.write(to: AccessMatrixDocument.file, atomically: true, encoding: .utf8)
        }
        let kept = try? String(contentsOf: AccessMatrixDocument.file, encoding: .utf8)
        #expect(
            kept == made,
            "docs/access-matrix.md is out of date: PEERSUPPORT_WRITE_DOCS=1 swift test --filter AccessMatrix")
    }
}
