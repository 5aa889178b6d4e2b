import ArgumentParser
import Foundation
import PolicyPacks
import Program

/// The reading of what a pack promises people in another pack's words, before the agency is held to it.
struct PromiseReading {
    private let pack: LoadedPack

    init(_ pack: LoadedPack) { self.pack = pack }

    /// What names the promises, once each was confirmed on the terminal. Nothing where there are none, or nobody to ask.
    func confirmed() throws -> String? {
        guard let hash = pack.inheritedHash, isatty(STDIN_FILENO) == 1 else { return nil }
        let parent = pack.parent?.text ?? "another pack"
        show("\(pack.inherited.count) promises to people are in the words of \(parent) or of the country's profile.")
        show("Is each true here?")
        for (place, promise) in pack.inherited.enumerated() {
            show("\n\(place + 1) of \(pack.inherited.count)  \(promise.path)\n  \(promise.text)")
            show("True here? yes or no:")
            guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" else {
                say("Nothing was taken in. Say it in your pack as it is here: \(promise.path). Then begin again.")
                throw ExitCode(1)
            }
        }
        return hash
    }
}
