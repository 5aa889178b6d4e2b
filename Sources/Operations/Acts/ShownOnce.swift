import Program
import Sealing

extension Programmes {
    /// Words that are shown on the next page and nowhere else, sealed for the browser to bring along.
    ///
    /// - Parameter seconds: how long they may be shown.
    package func sealShownOnce(_ words: String, seconds: Int) throws -> String {
        try keys.sealShownOnce(words, until: clock().milliseconds + Int64(seconds) * 1000)
    }

    /// The words; nothing where this server sealed none, or their time is over.
    package func openShownOnce(_ token: String) -> String? {
        keys.openShownOnce(token, now: clock().milliseconds)
    }
}
