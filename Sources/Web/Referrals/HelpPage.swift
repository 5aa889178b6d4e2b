import HTML
import Operations
import Program

/// Where further help is found: for everybody, families too, without an account (SAC-II.D.2). One page has all of it, so that nobody but the
/// reader knows at which part they looked.
enum HelpPage {
    static let title = "Further help"

    static func html(_ directory: ReferralDirectory, _ agency: Agency, _ site: Site) -> HTML {
        let policy = agency.policy
        return page(
            title, in: Shells.seeker(agency, site),
            lead: "For you and for those close to you. You need no account, and nothing is kept of what you read here.",
            back: Crumb(policy.terms.programme, StartAddresses.agency.link(PathID(agency.slug))),
            main: """
                \(callout("In a crisis, at any hour", tone: .warning, NumbersToCall.crisis(policy)))
                \(ways(policy))
                \(parts(directory, policy))
                \(elsewhere(policy))
                \(actions(
                    linkButton(
                        "To print and to hang up", to: ReferralAddresses.sheet.link(PathID(agency.slug)), style: .quiet,
                        icon: .print)))
                """)
    }

    /// For the team: the same, with where a referral is counted.
    static func team(_ directory: ReferralDirectory, _ visit: StaffVisit) -> HTML {
        let policy = visit.pack
        let keeps = visit.staff.powers.contains(.keepReferrals)
        let open = ReferralAddresses.help.link(PathID(visit.agency.slug))
        return page(
            title, in: Shells.staff(visit, at: ReferralAddresses.team),
            lead: "Whom else you can name. Everybody reads the same on the public page.",
            main: """
                \(actions(
                    linkButton("The page to pass on", to: open, style: .quiet, icon: .share),
                    keeps
                        ? linkButton(
                            ReferralKeepingPages.title, to: ReferralAddresses.keeping.link(), style: .quiet, icon: .sheet)
                        : .empty))
                \(section("If you name somebody", "\(counting(policy))\(followUp(policy))"))
                \(ways(policy))
                \(parts(directory, policy))
                \(elsewhere(policy))
                """)
    }

    /// Where the contact form counts a referral; to whom is kept nowhere.
    static func counting(_ policy: PolicyPack, kind: String? = nil) -> HTML {
        let rules = policy.referrals
        let places = (rules.countedAt ?? []).filter { kind == nil || $0.kind == kind }.compactMap { place -> HTML? in
            let asked = policy.contactForm.kind(place.kind)?.questions.first { $0.id == place.question }
            guard let asked else { return nil }
            let option = asked.answer.options.first { $0.id == place.option }?.label
            return """
                <p>A referral is counted on your contact, at “\(asked.label)”\(option.map { " with “\($0)”" }), and never to whom. \
                \(place.basis.notes)</p>
                """
        }
        if !places.isEmpty { return prose(places.joined()) }
        guard rules.countedAt == nil else { return .empty }
        return prose(
            "<p>The contact form asks for no referrals, and none are kept elsewhere. \(rules.counted.basis.notes)</p>")
    }

    private static func followUp(_ policy: PolicyPack) -> HTML? {
        policy.referrals.followUpAfterDays.map { rule in
            prose(
                """
                <p>Ask after \(counted(rule.value.number, "day")) how it went: set yourself a reminder at the request. \
                \(rule.basis.notes)</p>
                """)
        }
    }

    /// To each kind of help. What stands behind `#` is not sent to anybody.
    private static func ways(_ policy: PolicyPack) -> HTML {
        let items = policy.referrals.categories.map { category -> HTML in
            "<li><a href=\"#\(anchor(category))\">\(category.label)</a></li>"
        }
        return """
            <nav class="part contents" aria-labelledby="contents"><h2 id="contents">Kinds of help</h2><ul>\(items)</ul></nav>
            """
    }

    private static func anchor(_ category: RuledItem) -> String { "help-\(category.id)" }

    private static func parts(_ directory: ReferralDirectory, _ policy: PolicyPack) -> HTML {
        let rules = policy.referrals
        return rules.categories.map { category -> HTML in
            let entries = directory.entries(of: category.id)
            return section(
                category.label, anchor: anchor(category),
                entries.isEmpty
                    ? prose("<p>Nobody is listed here yet. A \(policy.terms.supporter) looks with you.</p>")
                    : cards(entries.map { shown($0, on: directory.today, policy) }))
        }.joined()
    }

    private static func shown(_ entry: ReferralEntry, on today: Day, _ policy: PolicyPack) -> HTML {
        let provider = entry.provider
        var known: [(String, HTML)] = []
        for (label, words) in [
            ("Where", provider.place), ("Hours", provider.hours), ("Cost", provider.cost),
            ("Languages", provider.languages),
        ] where !words.isEmpty { known.append((label, HTML(text: words))) }
        let isLicensed = policy.referrals.isMarkedLicensed(provider, on: today)
        if isLicensed, let licence = provider.licence {
            known.append(("Licence", "\(licence.kind), \(licence.number), \(licence.jurisdiction)"))
        }
        known.append(
            (
                "Confidence",
                provider.isConfidential
                    ? "They tell the agency nothing of who came." : "Ask first what they tell the agency."
            ))
        known.append(("Identified by", HTML(text: policy.words(for: provider.identifiedBy).capitalisedFirst)))
        let marks: HTML = """
            \(isLicensed ? badge("Licensed", tone: .good) : nil)
            \(provider.isForFamilies ? badge("Families too") : nil)
            """
        return card(
            provider.name, level: .third, badge: marks,
            """
            <p>\(provider.goodFor)</p>
            \(facts(known))
            \(standing(entry, on: today))
            \(reaching(provider))
            """)
    }

    /// What is past its check is never shown as if it were right.
    private static func standing(_ entry: ReferralEntry, on today: Day) -> HTML {
        entry.isPastCheck(on: today)
            ? "<p>\(badge("Ask first", tone: .warning)) Last checked on \(entry.verifiedOn.longName): it may have changed.</p>"
            : "<p>Checked on \(entry.verifiedOn.longName).</p>"
    }

    private static func reaching(_ provider: ReferralProvider) -> HTML {
        actions(
            provider.phone.isEmpty
                ? .empty
                : linkButton("Call \(provider.phone)", to: Link(telephone: provider.phone), icon: .phone),
            provider.page.map { linkButton("Their page", to: $0, style: .quiet, icon: .forward) } ?? .empty)
    }

    /// What the directory has nobody for, and where that is found instead. Nothing is refused to whoever asks.
    private static func elsewhere(_ policy: PolicyPack) -> HTML? {
        let refused = policy.referrals.refused
        guard !refused.isEmpty else { return nil }
        return section(
            "What we name nobody for",
            prose(
                """
                <ul>\(refused.map { item -> HTML in
                    "<li><strong>\(item.label)</strong>: \(item.instead ?? "ask elsewhere.") \(item.basis.notes)</li>"
                })</ul>
                <p>You can have peer support all the same.</p>
                """))
    }

    // MARK: To hang up

    static func sheet(_ directory: ReferralDirectory, _ agency: Agency, _ visit: Visit) -> HTML {
        let policy = agency.policy
        let help = ReferralAddresses.help.link(PathID(agency.slug))
        let filled = policy.referrals.categories.filter { !directory.entries(of: $0.id).isEmpty }
        return page(
            "\(title), to hang up", in: Shells.seeker(agency, visit.site),
            lead: "Print this page, and the sheet comes alone.", back: Crumb(title, help),
            main: wallSheet(
                agency: agency.name, title: title,
                """
                \(CrisisWords.onPaper(policy))
                \(sheetColumns(filled.map { onPaper($0, directory) }.joined()))
                \(elsewhereOnPaper(policy))
                \(visit.address(of: help).map { "<p>All of it: \($0)</p>" as HTML })
                """, note: "Made on \(directory.today.longName), from the directory as it was that day."))
    }

    private static func onPaper(_ category: RuledItem, _ directory: ReferralDirectory) -> HTML {
        let lines = directory.entries(of: category.id).map { entry -> HTML in
            let ways = [
                entry.provider.phone, entry.provider.place, entry.provider.phone.isEmpty ? entry.provider.web : "",
            ]
            .filter { !$0.isEmpty }.joined(separator: ", ")
            let isOld = entry.isPastCheck(on: directory.today)
            return """
                <li><strong>\(entry.provider.name)\(ways.isEmpty ? "" : ":")</strong> \(ways)\
                \(isOld ? " (last checked on \(entry.verifiedOn.longName), ask first)" : "")</li>
                """
        }
        return "<h3>\(category.label)</h3><ul>\(lines)</ul>"
    }

    private static func elsewhereOnPaper(_ policy: PolicyPack) -> HTML? {
        let refused = policy.referrals.refused
        guard !refused.isEmpty else { return nil }
        return "\(refused.map { "<p>\($0.label): \($0.instead ?? "ask elsewhere.")</p>" as HTML })"
    }
}

extension ReferralProvider {
    /// Its page; only an encrypted one, whatever stands in the row.
    fileprivate var page: Link? { web.hasPrefix("https://") ? Link(setByOperator: web) : nil }
}
