// Who may say what in the referral directory.

extension ReferralRules {
    /// Whether a provider is shown as licensed: where the policy has it so, and the licence holds that day.
    package func isMarkedLicensed(_ provider: ReferralProvider, on day: Day) -> Bool {
        licensedMarked?.value == true && provider.licence?.holds(on: day) == true
    }

    /// The clauses that ask for the directory.
    package var clauses: [ClauseID] {
        (identifiedBy.basis.clauses + categories.flatMap(\.basis.clauses)).withoutRepetition
    }

    package func category(_ id: String) -> RuledItem? { categories.first { $0.id == id } }

    /// Why there can be nobody of that category; nothing where there can.
    private func refusal(ofCategory id: String) -> Refusal.Problem? {
        if let refused = refused.first(where: { $0.id == id }) {
            return Refusal.Problem(
                field: "category", message: "The directory has no provider for this: \(refused.label).",
                basis: refused.basis)
        }
        return category(id) == nil
            ? Refusal.Problem(field: "category", message: "Choose one of the policy's categories.", basis: nil) : nil
    }

    /// What is wrong with what an entry says of its provider, and with its days.
    package func problems(_ provider: ReferralProvider, verifiedOn: Day, checkBy: Day, on today: Day)
        -> [Refusal.Problem]
    {
        var problems = [refusal(ofCategory: provider.category)].compactMap(\.self)
        func wrong(_ field: String, _ message: String, _ basis: Basis? = nil) {
            problems.append(Refusal.Problem(field: field, message: message, basis: basis))
        }
        if provider.name.isEmpty { wrong("name", "Say who it is.") }
        if provider.goodFor.isEmpty { wrong("goodFor", "Say in plain words what they are good for.") }
        if licenceAskedOf?.value.contains(provider.category) == true, provider.licence == nil {
            wrong("licenceKind", "Somebody of this category is listed with a licence alone.", licenceAskedOf?.basis)
        }
        if let licence = provider.licence {
            if licence.kind.isEmpty { wrong("licenceKind", "Say what kind of licence it is.", licensedMarked?.basis) }
            if licence.number.isEmpty { wrong("licenceNumber", "Give the licence's number.", licensedMarked?.basis) }
            if licence.jurisdiction.isEmpty {
                wrong("licenceJurisdiction", "Say where the licence holds.", licensedMarked?.basis)
            }
            if !licence.holds(on: today) {
                wrong("licenceUntil", "This licence holds no more. Ask for the next one.", licensedMarked?.basis)
            }
        }
        if !provider.phone.isEmpty, !provider.phone.isCallable {
            wrong("phone", "A number as it is dialled, such as 916-555-0142 or 988.")
        }
        if !provider.web.isEmpty, !provider.web.isAddressOfPage {
            wrong("web", "The address of a page, beginning with https://.")
        }
        if provider.phone.isEmpty, provider.web.isEmpty, provider.place.isEmpty {
            wrong("phone", "Say how they are reached: a number, a page or a place.")
        }
        return problems + Self.problems(verifiedOn: verifiedOn, checkBy: checkBy, on: today)
    }

    /// What is wrong with the days of an entry.
    private static func problems(verifiedOn: Day, checkBy: Day, on today: Day) -> [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        if verifiedOn > today || verifiedOn < (today.adding(days: -ReferralEntry.longestDays) ?? verifiedOn) {
            problems.append(
                .init(field: "verifiedOn", message: "A day that has come, and of the past year.", basis: nil))
        }
        let latest = verifiedOn.adding(days: ReferralEntry.longestDays) ?? checkBy
        if checkBy <= verifiedOn || checkBy > latest {
            problems.append(
                .init(
                    field: "checkBy", message: "A day after it was verified, and at most a year after it.", basis: nil))
        }
        return problems
    }
}

extension PolicyPack {
    /// Those who name providers whom somebody with these roles speaks for: a committee's by somebody who sits on it.
    package func bodies(speaking roles: Set<RoleID>) -> [Body] {
        referrals.identifiedBy.value.filter { !roles.isDisjoint(with: self.roles(of: $0)) }
    }

    /// Whether an entry may stand in the directory as somebody with these roles says it.
    ///
    /// - Parameters:
    ///   - entry: with the id of the one that it takes the place of, if any.
    ///   - entries: all that stand there.
    package func mayKeep(
        _ entry: ReferralEntry, beside entries: [ReferralEntry], by roles: Set<RoleID>, on today: Day
    ) -> Refusal? {
        let (rules, provider) = (referrals, entry.provider)
        var problems = rules.problems(provider, verifiedOn: entry.verifiedOn, checkBy: entry.checkBy, on: today)
        let before = entries.first { $0.id == entry.id }
        let isUnchanged = before?.provider.identifiedBy == provider.identifiedBy
        if !rules.identifiedBy.value.contains(provider.identifiedBy) {
            problems.append(
                .init(
                    field: "identifiedBy", message: "Choose one of those who name providers.",
                    basis: rules.identifiedBy.basis))
        } else if !isUnchanged, !bodies(speaking: roles).contains(provider.identifiedBy) {
            problems.append(
                .init(
                    field: "identifiedBy",
                    message:
                        "What \(words(for: provider.identifiedBy)) identified is entered by somebody who is of it.",
                    basis: rules.identifiedBy.basis))
        }
        let isTaken = entries.contains {
            $0.id != entry.id && $0.provider.category == provider.category && $0.provider.name == provider.name
        }
        if isTaken {
            problems.append(
                .init(field: "name", message: "They stand in this category already. Change them there.", basis: nil))
        }
        if before == nil, entries.count >= ReferralEntry.most {
            problems.append(
                .init(
                    field: nil, message: "The directory holds \(ReferralEntry.most) at most. Take some out first.",
                    basis: nil))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// The entry as somebody has looked at it today and found it right.
    ///
    /// - Parameter checkBy: when it is to be looked at next; after the usual time where nobody says.
    package func checked(_ entry: ReferralEntry, next checkBy: Day?, on today: Day) -> Result<ReferralEntry, Refusal> {
        let checked = ReferralEntry(
            id: entry.id, provider: entry.provider, verifiedOn: today, checkBy: checkBy ?? today.nextReferralCheck)
        let problems = referrals.problems(entry.provider, verifiedOn: today, checkBy: checked.checkBy, on: today)
        if problems.isEmpty { return .success(checked) }
        // What is wrong with the entry itself is put right where it is changed.
        return .failure(
            Refusal(
                problems.map { problem in
                    Refusal.Problem(
                        field: problem.field == "checkBy" ? "checkBy" : nil, message: problem.message,
                        clauses: problem.clauses)
                }))
    }

    /// Whoever keeps the directory of providers: those whom the policy has identify them.
    var conferredByReferrals: [ConferredPower] {
        let roles = referrals.identifiedBy.value.flatMap { self.roles(of: $0) }
        return roles.isEmpty ? [] : [ConferredPower(.keepReferrals, on: roles)]
    }
}

extension Day {
    /// By when an entry that is verified that day is checked next, where nobody says otherwise.
    package var nextReferralCheck: Day { adding(days: ReferralEntry.usualDays) ?? self }
}

extension String {
    /// Whether a telephone can dial it: digits, parted by the usual marks.
    fileprivate var isCallable: Bool {
        let digits = utf8.count { (48...57).contains($0) }
        let marks = unicodeScalars.allSatisfy { "0123456789-.()/ \u{A0}+".unicodeScalars.contains($0) }
        return marks && (3...15).contains(digits) && !dropFirst().contains("+")
    }

    /// Whether it is the address of a page that anybody can open: encrypted, at a host with a name, without a user or a password.
    fileprivate var isAddressOfPage: Bool {
        guard hasPrefix("https://"), utf8.allSatisfy({ (33...126).contains($0) }) else { return false }
        let host = dropFirst(8).prefix { !"/?#".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.last?.contains(where: { $0.isLetter }) == true else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy { byte in
                    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                }
        } && !contains("\"") && !contains("<") && !contains(">")
    }
}
