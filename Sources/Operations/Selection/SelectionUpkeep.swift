import Program
import Store

// What the server does by itself about applications. Harmless to repeat.
extension Programmes {
    /// Stops applications whose applicant is none any more whom the policy takes, and those that nobody went on with for the pack's days.
    package func stopApplications() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            for application in try transaction.applicationsToStop(in: agency, on: try agency.day(at: now)) {
                try end(application, as: .stopped, in: agency, at: now, transaction)
            }
        }
    }

    /// Destroys papers and steps of decided applications by the pack's days, and forgets what is left three years later.
    package func destroyApplications() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            try transaction.deleteEnrolmentLetters(agency: agency.id, endedBy: now)
            if let rule = agency.policy.selection.nomination, let day = today.adding(days: -rule.answerDays.number) {
                try transaction.deleteNominations(agency: agency.id, namedBy: day)
            }
            let days = agency.policy.retention.decidedApplicationDays?.value.number ?? 0
            if let day = today.adding(days: -days) {
                for id in try transaction.applicationsWithPapers(agency: agency.id, decidedBy: day) {
                    try transaction.deleteSteps(ofApplication: id)
                    try transaction.deletePapers(ofApplication: id, agency: agency.id)
                }
            }
            let cooling = agency.policy.selection.coolingDays?.value.number ?? 0
            if let day = today.adding(days: -max(1_100, cooling)) {
                for id in try transaction.applications(agency: agency.id, decidedBefore: day) {
                    try transaction.deleteApplication(id, agency: agency.id)
                }
                try transaction.deleteOpenings(agency: agency.id, closedBefore: day)
            }
        }
    }
}

extension Transaction {
    fileprivate func applicationsToStop(in agency: Agency, on today: Day) throws -> [Application] {
        let underWay = try applicationsUnderWay(agency: agency.id)
        guard !underWay.isEmpty else { return [] }
        let standings = try standings(of: Set(underWay.map(\.applicant)).sorted(), agency: agency.id)
        let days = agency.policy.retention.applicationDays.value.number
        return underWay.filter { application in
            let last = application.entries.map(\.on).max() ?? application.begunOn
            let isForgotten = last.adding(days: days).map { $0 <= today } ?? false
            return isForgotten
                || agency.policy.whyNoApplicant(standings[application.applicant] ?? .outside, on: today) != nil
        }
    }
}
