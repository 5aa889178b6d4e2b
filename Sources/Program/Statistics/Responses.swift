/// How far asking around had come when somebody took a request.
package enum ResponseStep: Int, Sendable, CaseIterable {
    /// Those whom the seeker chose.
    case chosen
    /// A few who could be reached at once.
    case first
    /// The whole team.
    case everyone
    /// What the policy has after them.
    case later
    /// A desk had somebody called.
    case desk

    package init(_ stage: Stage) {
        switch stage {
        // Where a yes is waited for, nobody but the seeker's own choice can have taken it.
        case .preferred, .approval, .secondApproval: self = .chosen
        case .few: self = .first
        case .everyone: self = .everyone
        case .step, .chain: self = .later
        }
    }

    package var label: String {
        switch self {
        case .chosen: "Whom the seeker chose"
        case .first: "The first who were asked"
        case .everyone: "The whole team"
        case .later: "Whoever comes after the team"
        case .desk: "Called by a desk"
        }
    }
}

/// One answer, as it is counted: by whom and to whom is no part of it.
package struct Response: Sendable, Equatable {
    /// From asking, or from when the seeker would like to be reached, until somebody was in touch.
    package let minutes: Int
    package let step: ResponseStep

    package init(minutes: Int, step: ResponseStep) {
        self.minutes = minutes
        self.step = step
    }
}

/// The answers of a quarter, counted: how many in each band and each step, and for each of 256 marks how many of them are theirs. A mark
/// is made of a supporter with a key of the server. It stands here so that nobody finds the others' answers by taking their own away;
/// two supporters who have the same mark are protected as if they were one.
package struct ResponseCounts: Sendable, Equatable {
    /// How many minutes each band has at most, but for the last. They hold for as long as the counts do.
    package let bounds: [Int]
    /// Of how many quarters they are: more than one where too few answers came to be told by themselves.
    package private(set) var quarters: Int
    private var cells: [UInt16]

    package init(bounds: [Int]) {
        self.bounds = Array(bounds.prefix(ResponseRule.mostBands))
        quarters = 1
        cells = Array(repeating: 0, count: Self.marks * Self.width(self.bounds.count))
    }

    private static let marks = 256
    private static func width(_ bounds: Int) -> Int { bounds + 1 + ResponseStep.allCases.count }
    private var width: Int { Self.width(bounds.count) }

    package mutating func count(_ response: Response, by mark: UInt8) {
        let band = bounds.firstIndex { response.minutes <= $0 } ?? bounds.count
        for cell in [band, bounds.count + 1 + response.step.rawValue] {
            cells[Int(mark) * width + cell].add(1)
        }
    }

    /// With the answers of an earlier quarter that were too few; nothing where those have other bands.
    package func joined(by earlier: ResponseCounts) -> ResponseCounts? {
        guard earlier.bounds == bounds else { return nil }
        var joined = self
        joined.quarters = min(quarters + earlier.quarters, 255)
        for place in cells.indices { joined.cells[place].add(earlier.cells[place]) }
        return joined
    }

    /// The same counts, into which those of the next quarter go.
    package var followed: ResponseCounts {
        var followed = self
        followed.quarters = min(quarters + 1, 255)
        return followed
    }

    /// The answers of a band, with how many of them one mark has at most.
    func band(_ place: Int) -> Part { part(place) }

    /// The same of a step.
    func step(_ step: ResponseStep) -> Part { part(bounds.count + 1 + step.rawValue) }

    private func part(_ cell: Int) -> Part {
        let parts = (0..<Self.marks).map { Int(cells[$0 * width + cell]) }
        return Part(sum: parts.reduce(0, +), largest: parts.max() ?? 0)
    }

    /// How many marks have answers at all.
    var givers: Int { (0..<Self.marks).count { mark in (0..<width).contains { cells[mark * width + $0] > 0 } } }
}

extension UInt16 {
    /// No more than fits.
    fileprivate mutating func add(_ more: UInt16) { self = addingReportingOverflow(more).overflow ? .max : self + more }
}

// As they lie in the box: as long for no answer as for thousands.
extension ResponseCounts {
    package var bytes: [UInt8] {
        let head = [1, UInt8(quarters), UInt8(bounds.count)]
        let limits = bounds.flatMap { bound in (0..<4).reversed().map { UInt8(truncatingIfNeeded: bound >> ($0 * 8)) } }
        return head + limits + cells.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    /// Nothing where the bytes are no counts.
    package init?(bytes: [UInt8]) {
        guard bytes.count > 3, bytes[0] == 1, Int(bytes[2]) <= ResponseRule.mostBands else { return nil }
        let (count, rest) = (Int(bytes[2]), bytes.dropFirst(3))
        guard rest.count == count * 4 + Self.marks * Self.width(count) * 2 else { return nil }
        bounds = (0..<count).map { place in (0..<4).reduce(0) { $0 << 8 | Int(bytes[3 + place * 4 + $1]) } }
        quarters = Int(bytes[1])
        let begin = 3 + count * 4
        cells = (0..<Self.marks * Self.width(count)).map { place in
            UInt16(bytes[begin + place * 2]) << 8 | UInt16(bytes[begin + place * 2 + 1])
        }
    }
}
