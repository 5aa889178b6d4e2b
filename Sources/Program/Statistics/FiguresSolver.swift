/// Looks for whole numbers that fit what is published and what is asked. Nothing it says is trusted: whoever asks checks each answer
/// in whole numbers, and what is not shown so is not published.
package protocol FiguresSolver: Sendable {
    /// Whether it can be asked on this machine at all.
    var isInstalled: Bool { get }

    /// What it answers to one question, as it writes it.
    ///
    /// - Parameter linearProgram: the question, in the CPLEX LP format.
    /// - Throws: ``SolverFault``, or `CancellationError` once the asking task is cancelled.
    func solve(_ linearProgram: String) async throws -> String
}

/// Why a solver did not answer. No figure is published then.
package enum SolverFault: Error, Equatable, CustomStringConvertible {
    /// Its program is not on this machine.
    case notInstalled
    /// It had not ended when its time was over, and was ended.
    case overran
    /// It ended without an answer.
    case failed

    package var description: String {
        switch self {
        case .notInstalled: "glpsol is not installed: apt-get install glpk-utils"
        case .overran: "glpsol took too long"
        case .failed: "glpsol failed"
        }
    }
}

/// Where no solver is set.
package struct NoFiguresSolver: FiguresSolver {
    package init() {}

    package var isInstalled: Bool { false }

    package func solve(_ linearProgram: String) async throws -> String { throw SolverFault.notInstalled }
}
