/// One colleague's answer to a peer review: exactly the pack's characteristics, each rated once (KSO-B.7).
package struct PeerAnswer: Sendable, Equatable {
    package let ratings: [String: Rating]

    /// Nothing where something is missing or not asked for.
    package init?(_ ratings: [String: Rating], of step: SelectionStep) {
        guard !ratings.isEmpty, Set(ratings.keys) == Set(step.characteristics.map(\.id)) else { return nil }
        self.ratings = ratings
    }

    /// As it is sealed.
    package var bytes: [UInt8] {
        Array(ratings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }.joined(separator: "\n").utf8)
    }

    /// Nothing where the bytes are none.
    package init?(bytes: [UInt8]) {
        var ratings: [String: Rating] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let rating = Rating(rawValue: parts[1]) else { return nil }
            ratings[parts[0]] = rating
        }
        self.ratings = ratings
    }

    /// How many gave each answer, by characteristic.
    package static func together(_ answers: [PeerAnswer]) -> [String: [Rating: Int]] {
        answers.reduce(into: [:]) { together, answer in
            for (item, rating) in answer.ratings { together[item, default: [:]][rating, default: 0] += 1 }
        }
    }
}
