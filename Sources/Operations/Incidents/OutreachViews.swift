import Program
import Sealing
import Store

/// Outreach of an incident as whoever makes the list sees it.
package struct OutreachView: Sendable {
    /// Those who have still to answer: who offers it, and when.
    package let open: [ListedOffer]
    /// Of those named as part of the incident, who was given to nobody yet.
    package let left: [String]
    /// Who may be given a name.
    package let supporters: [NamedAccount]

    package struct ListedOffer: Sendable {
        package let offer: OutreachOffer
        /// The supporter's name.
        package let supporter: String
    }
}

/// A name that a supporter has to offer support to, as they see it.
package struct OwnOutreach: Sendable {
    package let offer: OutreachOffer
    /// Nothing where their key was lost; whoever runs the incident can take it back and give it anew.
    package let name: String?
    /// What the incident was, in the pack's words.
    package let kind: String
    /// By when the policy has it offered.
    package let until: Instant?
}

extension Programmes {
    /// Nothing where the policy has no outreach, or they do not make its list.
    func outreach(
        of file: IncidentFile, named names: String?, for staff: Staff, _ transaction: any Transaction
    ) throws -> OutreachView? {
        guard staff.policy.makesOutreachList(holding: staff.rolesToday) else { return nil }
        let agency = staff.agency
        let open = try transaction.outreachOffers(in: file.id, agency: agency.id).map(\.offer)
        let people = try transaction.accountNames(
            agency: agency.id, of: open.map(\.supporter).withoutRepetition)
        let left = try file.outreachNames(of: names).filter {
            try !transaction.isGiven(mark(of: $0, file, agency), agency: agency.id)
        }
        return OutreachView(
            open: open.map { OutreachView.ListedOffer(offer: $0, supporter: people[$0.supporter] ?? "") }, left: left,
            supporters: try outreachSupporters(for: file, in: agency, staff.today, transaction))
    }

    /// The names that somebody has to offer support to, the next first.
    package func ownOutreach(of staff: Staff) async throws -> [OwnOutreach] {
        guard staff.policy.runsIncidents else { return [] }
        return try await database.read { [keys] transaction in
            try transaction.outreachOffers(of: staff.account, agency: staff.agency.id).compactMap { row in
                guard let file = try transaction.loaded(row.offer.incident, in: staff.agency, with: keys)?.file else {
                    return nil
                }
                let name = try transaction.open(paper: row.paper, as: .name, by: staff)
                return OwnOutreach(
                    offer: row.offer, name: name.map { String(decoding: $0, as: UTF8.self) },
                    kind: staff.policy.incidentKind(file.kind)?.label ?? file.kind,
                    until: file.outreachEnd(under: staff.policy))
            }
        }
    }
}

extension IncidentFile {
    /// Each name of the paper once, however it is written.
    func outreachNames(of paper: String?) -> [String] {
        var known: Set<String> = []
        return (paper ?? "").split(separator: "\n").map { line in
            let kept = line.drop { $0.isWhitespace }
            return String(kept.prefix(OutreachOffer.longestName)).trimmingBlanks
        }.filter { name in
            name.contains { $0.isLetter } && known.insert(OutreachOffer.known(name)).inserted
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
