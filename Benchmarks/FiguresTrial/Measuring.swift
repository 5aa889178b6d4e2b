import Foundation
import PolicyPacks
import Program

/// How long it takes to publish figures and to prove them, beside what the solver takes to be asked nothing. Nothing is asserted.
struct Measuring {
    let solver: Glpsol

    func printAll() throws {
        let nothing = try emptyQuestion()
        print("figures, by the code that publishes them and the solver that proves them\n")
        print("  the solver asked nothing: \(milliseconds(nothing)) ms")
        try month(beside: nothing)
        try state(beside: nothing)
    }

    /// A month of an agency of three hundred members, ten contacts each a year, of which five years are published.
    private func month(beside nothing: Double) throws {
        for id in PackLibrary.bundled {
            let (packs, sheets, months) = try programme(id, contacts: 3000, seed: 5, years: 5, team: 300)
            var publishing = Publishing(packs, solver)
            try publishing.publish(sheets, of: Array(months.dropLast(2)))
            let worlds = publishing.worlds
            let seconds = try time { try publishing.publish(sheets, of: [months[months.count - 2]]) }
            print(
                "  a month of 300 members after five years, \(id.text): \(milliseconds(seconds)) ms,",
                "\(publishing.worlds - worlds) questions, \(Int(seconds / nothing)) times the solver asked nothing")
        }
    }

    /// A year of each of many agencies: its last month, and the year's release.
    private func state(beside nothing: Double) throws {
        let agencies = 25
        var (seconds, worlds) = (0.0, 0)
        for number in 0..<agencies {
            let id = PackLibrary.bundled[number % PackLibrary.bundled.count]
            let contacts = 60 * (1 + number * number / 12)
            let (packs, sheets, months) = try programme(
                id, contacts: contacts, seed: UInt64(number), years: 1, team: nil)
            var publishing = Publishing(packs, solver)
            try publishing.publish(sheets, of: Array(months.dropLast()))
            let before = publishing.worlds
            seconds += try time { try publishing.publish(sheets, of: months.suffix(1)) }
            worlds += publishing.worlds - before
        }
        print(
            "  the year of each of \(agencies) agencies, 60 to 2,900 contacts: \(milliseconds(seconds)) ms, \(worlds) questions;",
            "of 500 so \(Int(seconds * 500 / Double(agencies))) s, \(Int(seconds / nothing)) times the solver asked nothing"
        )
    }

    private func programme(
        _ id: PackID, contacts: Int, seed: UInt64, years: Int, team: Int?
    ) throws -> (PacksOfTime, [FiledSheet], [Month]) {
        guard let january = Month(year: 2025, number: 1) else { throw NotASheet() }
        let packs = try PacksOfTime(id, changedFrom: nil)
        var programme = SyntheticProgramme(
            packs: packs, contactsAYear: contacts, seed: seed, happenings: [], from: january, years: years, team: team)
        return (packs, programme.sheets(), programme.months)
    }

    /// Seconds of the middle one of nine.
    private func emptyQuestion() throws -> Double {
        try (0..<9).map { _ in try time { _ = try solver.answers("Maximize\ngoal: x1\nSubject To\nx1 <= 1\nEnd\n") } }
            .sorted()[4]
    }

    private func time(_ work: () throws -> Void) rethrows -> Double {
        let taken = try ContinuousClock().measure(work)
        return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    }

    private func milliseconds(_ seconds: Double) -> String { String(Int((seconds * 1000).rounded())) }
}
