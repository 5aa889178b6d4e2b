import Program
import Sealing
import Store

// Nobody answers a disclosure: whoever is asked next, and who need not be any more.
extension Transaction {
    /// Whether a notice is for anybody today.
    func isRead(_ id: String, in agency: Agency, on today: Day) throws -> Bool {
        guard let notice = try notice(id, agency: agency.id) else { return false }
        return try !accounts(
            readingOf: id, to: notice.to, reachesDesignees: true, in: agency, on: today
        ).isEmpty
    }

    /// Asks the offices that come next in the place of one that does not answer, each once; where nobody is left the supporter is told
    /// whom to call. A recipient whom the supporter has told by voice is asked for no further.
    ///
    /// - Parameter reached: how far down the pack's list of offices it has come, from 1.
    func askTheNext(
        after notice: String, reached: Int, under exception: DisclosureException, in agency: Agency, at now: Instant
    ) throws {
        guard let unanswered = try self.notice(notice, agency: agency.id), let about = unanswered.about,
            let ladder = exception.ladder(of: unanswered, under: agency.policy),
            let disclosure = try disclosure(about, agency: agency.id),
            try !steps(of: about, agency: agency.id).contains(where: { $0.notice == notice && $0.told != nil })
        else { return }
        let today = try agency.day(at: now)
        let supporter = try accountsOfPerson(of: disclosure.account, agency: agency.id)
        let brought = try ladder.asked(at: reached) { office in
            try holdings(of: [office], agency: agency.id, heldAfter: today).contains {
                $0.holding.isHeld(on: today) && !supporter.contains($0.account)
            }
        }
        let minutes = agency.policy.telling.atOnceMinutes.value.number
        let present = try notices(about: about, agency: agency.id)
        for office in brought.offices {
            let next = unanswered.standingIn(office, everyMinutes: minutes, at: now)
            if !present.holds(next) { try raise(next, in: agency, at: now) }
        }
        guard brought.isNobodyLeft, unanswered.kind.row.unanswered == .nextOffice else { return }
        let last = unanswered.nobodyAnswers(disclosure.account, everyMinutes: minutes)
        if !present.holds(last) { try raise(last, in: agency, at: now) }
    }

    /// What an answer does to the other notices of the same disclosure: whoever was asked in the same place need not answer.
    func settleOthers(than answered: Notice, _ answer: Acknowledgement, in agency: Agency) throws {
        guard answered.kind.row.sequel == .disclosureKnown, let about = answered.about else { return }
        for other in try notices(about: about, agency: agency.id) {
            switch answered.effect(on: other) {
            case .answered: try self.answer(other, answer, in: agency)
            case .withdrawn: try withdraw(notice: other.id, in: agency)
            case .none: continue
            }
        }
        try takeBackOnceKnown(about, in: agency)
    }

    /// The supporter told a recipient by voice: whoever was asked in that recipient's place need not answer, and nobody tells the
    /// supporter any more that nobody does. The recipient's own notice stays, for them to find.
    func toldByVoice(_ place: Int, of disclosure: String, in agency: Agency) throws {
        let step = try steps(of: disclosure, agency: agency.id).first { $0.place == place }
        let all = try notices(about: disclosure, agency: agency.id)
        guard let told = all.first(where: { $0.id == step?.notice }) else { return }
        for other in all where told.effect(on: other) == .withdrawn { try withdraw(notice: other.id, in: agency) }
        for last in all where last.isOpen && last.kind == .nobodyAnswers && last.tells == told.answersFor {
            try withdraw(notice: last.id, in: agency)
        }
    }

    private func takeBackOnceKnown(_ disclosure: String, in agency: Agency) throws {
        for last in try notices(about: disclosure, agency: agency.id).overOnceKnown {
            try withdraw(notice: last.id, in: agency)
        }
    }
}
