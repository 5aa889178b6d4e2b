import HTML
import Operations
import Program

enum ReferralAddresses {
    /// For everybody. Its parts are reached by what stands behind `#`, which never leaves the reader's device.
    static let help = Address<PathID>("agencies/{agency}/help")
    static let sheet = Address<PathID>("agencies/{agency}/help/sheet")
    static let team = FixedAddress("referrals")
    static let keeping = FixedAddress("referrals/keeping")
    static let new = FixedAddress("referrals/new")
    static let entries = FixedAddress("referrals/entries")
    static let entry = Address<PathID>("referrals/entries/{referral}")
    static let check = Address<PathID>("referrals/entries/{referral}/check")
    static let removal = Address<PathID>("referrals/entries/{referral}/removal")
    static let importing = FixedAddress("referrals/import")
    static let export = FixedAddress("referrals/export")
}

extension Routes {
    static let referrals: [Route] = publicReferrals + keptReferrals + ReferralActs.routes

    private static let publicReferrals: [Route] = [
        .open(.get, in: ReferralAddresses.help) { visit in
            let directory = try await visit.programmes.referrals(of: visit.agency)
            return .scriptedPage(HelpPage.html(directory, visit.agency, visit.site))
        },
        .open(.get, in: ReferralAddresses.sheet) { visit in
            let directory = try await visit.programmes.referrals(of: visit.agency)
            return .scriptedPage(HelpPage.sheet(directory, visit.agency, visit.visit))
        },
        .read(
            "listReferrals", "Where further help is found. Reading it leaves nothing behind.",
            at: ReferralAddresses.help, for: .everyone, "By category and name, all of it.", ReferralShapes.directory
        ) { visit, _ in try await visit.programmes.referrals(of: visit.agency).read(under: visit.pack) },
    ]

    private static let keptReferrals: [Route] = [
        .staff(.get, ReferralAddresses.team, for: .signedIn) { visit in
            .page(HelpPage.team(try await visit.programmes.referrals(of: visit.agency), visit))
        },
        .staff(.get, ReferralAddresses.keeping, for: .holding(.keepReferrals)) { visit in
            try await ReferralKeepingPages.again(visit, nil)
        },
        .staff(.get, ReferralAddresses.new, for: .holding(.keepReferrals)) { visit in
            try await ReferralFormPages.new(visit, nil)
        },
        .staff(.get, ReferralAddresses.entry, for: .holding(.keepReferrals)) { visit, id in
            try await ReferralFormPages.change(visit, nil, id)
        },
        .staff(.get, ReferralAddresses.importing, for: .holding(.keepReferrals)) { visit in
            try await ReferralImportPage.again(visit, nil)
        },
        .staff(.get, ReferralAddresses.export, for: .holding(.keepReferrals)) { visit in
            let directory = try await visit.programmes.keptReferrals(for: visit.staff)
            return .file(ReferralFileWriter.file(of: directory.entries), type: "text/csv; charset=utf-8")
        },
        .read(
            "listKeptReferrals", "The directory of further help for whoever keeps it.", at: ReferralAddresses.keeping,
            for: .holding(.keepReferrals), "By category and name, with what is to be looked at.", ReferralShapes.kept
        ) { visit in try await visit.programmes.keptReferrals(for: visit.staff).kept(under: visit.pack) },
    ]
}
