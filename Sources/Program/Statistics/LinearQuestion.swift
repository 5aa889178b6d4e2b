/// A question to a solver of linear programs: a world in which some small numbers together are as large or as small as may be.
package struct LinearQuestion: Sendable {
    private let system: JointSystem
    private let cells: [JointSystem.Cell]
    private let direction: Direction

    package enum Direction: Sendable {
        case most, least
    }

    init(_ system: JointSystem, cells: [JointSystem.Cell], _ direction: Direction) {
        self.system = system
        self.cells = cells
        self.direction = direction
    }

    /// The question as GLPK and other solvers read it (CPLEX LP format). It names nothing: numbers are `x1`, `x2` and so on. No cell is asked
    /// to be larger than what it takes for its range, so that each gets its share.
    package var text: String {
        var lines = [direction == .most ? "Maximize" : "Minimize", "goal:"] + sum(objective) + ["Subject To"]
        for relation in system.relations where !relation.terms.isEmpty {
            let terms = sum(relation.terms.map { ($0.place, $0.weight) })
            if let least = relation.least, relation.least == relation.most {
                lines += terms + ["= \(least)"]
            } else {
                if let least = relation.least { lines += terms + [">= \(least)"] }
                if let most = relation.most { lines += terms + ["<= \(most)"] }
            }
        }
        if direction == .most {
            for cell in cells {
                lines += sum(cell.places.map { ($0, 1) }) + ["<= \(cell.value(in: system.truth) + cell.width)"]
            }
        }
        lines.append("General")
        lines += system.truth.indices.map { "x\($0 + 1)" }
        return (lines + ["End", ""]).joined(separator: "\n")
    }

    /// The numbers of a solution as GLPK writes it (`glpsol --write`); nothing where it found none, or where one is not whole.
    package func world(from solution: String) -> [Int]? {
        var world = [Int?](repeating: nil, count: system.truth.count)
        for line in solution.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.first == "j", words.count >= 3, let column = Int(words[1]) else { continue }
            guard world.indices.contains(column - 1), let number = Int(words[2]) else { return nil }
            world[column - 1] = number
        }
        let found = world.compactMap(\.self)
        return found.count == world.count ? found : nil
    }

    /// Every number with its weight, none left away: a solver counts them in the order in which it first reads of them.
    private var objective: [(Int, Int)] {
        var weights = Array(repeating: 0, count: system.truth.count)
        for place in cells.flatMap(\.places) { weights[place] += 1 }
        return weights.enumerated().map { ($0.offset, $0.element) }
    }

    /// A term a line: the format takes no line of more than 255 characters.
    private func sum(_ terms: [(Int, Int)]) -> [String] {
        terms.map { place, weight in "\(weight < 0 ? "-" : "+") \(abs(weight)) x\(place + 1)" }
    }
}
