/// The proof that a release gives nothing small away: for each small number two whole worlds that agree with everything anybody knows, and
/// in which it differs by what was promised. A solver looks for the worlds and is not believed: each is checked here, in whole numbers. So a
/// wrong solver can only fail to find one, and what is not proven is not published.
package struct ReleaseAudit: Sendable {
    private let system: JointSystem
    /// The range of each cell over the worlds so far, the true one among them.
    private var seen: [ClosedRange<Int>]
    private var stage = Stage.together(.most)
    /// The small numbers that no world could be found for.
    private var unproven: Set<Int> = []

    private enum Stage: Sendable {
        /// All that are open at once, in one direction.
        case together(LinearQuestion.Direction)
        /// One after the other.
        case alone(Int, LinearQuestion.Direction)
    }

    package init(_ system: JointSystem) {
        self.system = system
        seen = system.cells.map { cell in
            let value = cell.value(in: system.truth)
            return value...value
        }
    }

    /// Whether every small number has its two worlds.
    package var isProven: Bool { unproven.isEmpty && open.isEmpty }

    /// What to ask the solver next; nothing once all is proven, or cannot be.
    package var question: LinearQuestion? {
        guard unproven.isEmpty else { return nil }
        switch stage {
        case .together(let direction):
            return open.isEmpty ? nil : LinearQuestion(system, cells: open.map { system.cells[$0] }, direction)
        case .alone(let cell, let direction):
            return open.isEmpty ? nil : LinearQuestion(system, cells: [system.cells[cell]], direction)
        }
    }

    /// Takes what the solver found: nothing, or the numbers of a world.
    package mutating func take(_ world: [Int]?) {
        let before = open.count
        if let world, system.allows(world) {
            for index in seen.indices {
                let value = system.cells[index].value(in: world)
                seen[index] = min(seen[index].lowerBound, value)...max(seen[index].upperBound, value)
            }
        }
        advance(hasHelped: open.count < before)
    }

    private mutating func advance(hasHelped: Bool) {
        guard let first = open.first else { return }
        switch stage {
        case .together(.most): if !hasHelped { stage = .together(.least) }
        case .together(.least): if !hasHelped { stage = .alone(first, .most) }
        case .alone(let cell, .most): stage = isOpen(cell) ? .alone(cell, .least) : .alone(first, .most)
        case .alone(let cell, .least):
            if isOpen(cell) { unproven.insert(cell) }
            stage = .alone(first, .most)
        }
    }

    private var open: [Int] { seen.indices.filter(isOpen) }

    private func isOpen(_ cell: Int) -> Bool {
        seen[cell].upperBound - seen[cell].lowerBound < system.cells[cell].width
    }
}
