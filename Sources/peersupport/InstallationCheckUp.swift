import Foundation
import Operations
import Program
import Sealing
import Store

/// What is kept: the database and its keys, the packs, who is there for what, and how the running servers are.
struct InstallationCheckUp {
    private let installation: InstallationOptions

    init(_ installation: InstallationOptions) { self.installation = installation }

    func findings() async -> [DoctorFinding] {
        do {
            let pending = try await installation.pending()
            var findings = [try await engine()] + (try await keys())
            guard pending.isEmpty else {
                return findings + [
                    .unwell(
                        .database, "its schema is \(pending.count) steps behind this program",
                        "Back up, stop every server of it, peersupport migrate: docs/operations.md, Upgrade.")
                ]
            }
            if findings.contains(where: { $0.level == .unwell }) { return findings }
            let programmes = try await installation.openExisting()
            findings += await server(programmes)
            findings += await agencies(programmes)
            await programmes.close()
            return findings
        } catch {
            return [
                .unwell(
                    .database, "it cannot be looked at: \(error)",
                    "Is it the right one (--data, --database)? Does it run, and may this user reach it?")
            ]
        }
    }

    private func engine() async throws -> DoctorFinding {
        let (engine, facts) = try await installation.looking { (($0.engine, try await $0.facts())) }
        let what = "\(engine) \(facts.version), schema \(Schema.migrations.count)"
        let own = Programmes.systemClock().milliseconds
        guard let clock = facts.clock, abs(clock - own) > 60_000 else { return .well(.database, what) }
        return .unwell(
            .clock, "the database's machine and this one are \(abs(clock - own) / 1000) s apart",
            "Have both set by a time service.")
    }

    private func keys() async throws -> [DoctorFinding] {
        let found = try await installation.looking { database in
            try await ServerKeys.compared(in: installation.keys, with: database)
        }
        let unfit = found.unfit.map { finding in
            DoctorFinding.unwell(.keys, "\(finding.file.rawValue) \(finding.state.words)", KeyAdvice.whatToDo)
        }
        return unfit.isEmpty ? [.well(.keys, "they are those that the database knows")] : unfit
    }

    private func server(_ programmes: Programmes) async -> [DoctorFinding] {
        let health = await programmes.health()
        if health.isWell { return [.well(.server, "every worker goes its rounds")] }
        let steps = ((try? await programmes.failingSteps()) ?? []).map { row in
            DoctorFinding.unwell(
                .server, "\(row.step.worker), \(row.step.step): \(row.fault)",
                "docs/operations.md, When something is unwell.", agency: row.slug)
        }
        // What has no step of its own.
        let others = Health.Part.allCases.filter { health.unwell.contains($0) && health.failing[$0] == nil }
        return steps + others.map { .unwell(.server, "\($0.rawValue) is unwell", $0.toDo) }
    }

    /// Each with the parts of its programme that nobody is there for.
    private func agencies(_ programmes: Programmes) async -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        do {
            try await programmes.vacancies { agency in
                for (vacancy, words) in zip(agency.vacancies, agency.words) {
                    findings.append(.unwell(.roles, words, vacancy.toDo, agency: agency.agency))
                }
            }
        } catch let failed as FailedAgencies {
            findings += failed.faults.map { agency, fault in
                .unwell(
                    .packs, "its rules cannot be read (\(type(of: fault)))",
                    "docs/operations.md, When something is unwell: readPolicies.", agency: agency.slug)
            }
        } catch {
            findings.append(.unwell(.database, "its agencies cannot be read (\(type(of: error)))", "Its own log."))
        }
        if !findings.contains(where: { $0.part == .packs }) { findings.append(.well(.packs, "each can be read")) }
        if !findings.contains(where: { $0.part == .roles }) {
            findings.append(.well(.roles, "somebody is there for whatever the packs promise"))
        }
        return findings
    }
}

extension Vacancy {
    /// Who sets it right, and where.
    fileprivate var toDo: String {
        switch self {
        case .takesNoRequests, .noSupporter, .noLastResort, .nobodyTold, .nobodyApproves, .nobodyReceivesSheets,
            .noRosterKeeper:
            "The keeper of accounts appoints somebody under Accounts, and they enrol with their one-time code."
        case .nobodyReachable: "One of them adds a way under My account, How to reach me, and confirms it."
        case .nobodyOnCall: "Whoever keeps the call-out lists puts somebody there, under Call-out lists."
        case .noKeeper:
            "peersupport account create, with a role that keeps accounts; or start-over for one who is locked out."
        case .noSecondKeeper: "The keeper appoints a second one under Accounts, or: peersupport account create."
        }
    }
}

extension Health.Part {
    /// Where no step of it says more.
    fileprivate var toDo: String {
        switch self {
        case .database: "Its own log; whether its disk is full."
        case .writing: "Room on its disk; whether it is the standby, or read-only."
        case .integrity: "Stop the servers. docs/operations.md, Back up and restore."
        case .keys: "peersupport keys check"
        case .workers, .sending, .dueClock, .gateways: "Is a server running? systemctl status peersupport; its journal."
        case .clock: "Compare the clocks of the servers; have each set by a time service."
        case .housekeeping: "The journal; start the server anew."
        }
    }
}
