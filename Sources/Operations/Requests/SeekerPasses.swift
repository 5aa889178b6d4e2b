import Program
import Sealing

extension Programmes {
    /// How long a seeker's pass is good without a further page, in milliseconds.
    package static let passLength: Int64 = 30 * 60_000

    /// The pass that a browser or program brought; nothing where it is none of this installation, or is over.
    package func seekerPass(token: String) -> SeekerPass? {
        let now = clock().milliseconds
        return SeekerPass.open(token, with: keys, now: now, latest: now + Self.passLength)
    }

    /// What the browser or program is to bring next time: the pass, good for its whole length from now.
    package func token(of pass: SeekerPass) throws -> String {
        let until = clock().milliseconds + Self.passLength
        return try SeekerPass(pass.key, agency: pass.agency, until: until).token(sealedWith: keys)
    }

    /// The same, good no longer than it was: for a look that nobody asked for.
    package func sameToken(of pass: SeekerPass) throws -> String { try pass.token(sealedWith: keys) }
}
