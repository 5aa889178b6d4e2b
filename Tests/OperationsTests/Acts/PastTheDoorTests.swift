import Foundation
import Testing

/// Whatever people do is written through a door. What else writes is listed here with its reason, and nothing else does.
@Suite struct PastTheDoorTests {
    private static let operations = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Operations")

    private static let proof =
        "an attempt at a passphrase or a code: it is counted before anybody is known, and kept where it fails"
    private static let keys =
        "what the database knows of the server's own keys, before anything is served or by its operator"
    private static let worker = "the server by itself, by the clock: nobody acts"

    /// By file: how often it writes past the doors, and why it may.
    private static let writers: [String: (times: Int, reason: String)] = [
        "Acts/Door.swift": (7, "the doors themselves"),
        "Acts/DoorOfSeekers.swift": (3, "the doors themselves"),
        "Acts/Visiting.swift": (1, worker),
        "Accounts/ChangePassphrase.swift": (1, proof),
        "Accounts/ForgetEnded.swift": (1, worker),
        "Accounts/SignIn.swift": (2, proof),
        "Audit/CompareAccounts.swift": (1, worker),
        "Audit/TakeOver.swift": (1, worker),
        "Delivery/Delivering.swift": (6, worker),
        "Directory/DirectoryPushes.swift": (
            1, "that a directory's token was used today; what it changes goes through the door"
        ),
        "Governance/BallotClosing.swift": (1, worker),
        "Policy/PutPoliciesInForce.swift": (1, worker),
        "Contacts/SealSheetsOfBefore.swift": (1, worker),
        "Contacts/SheetBoxes.swift": (1, worker),
        "Incidents/SceneResponses.swift": (1, worker),
        "Keys/ReplaceKeys.swift": (1, keys),
        "Keys/VouchedKeys.swift": (1, keys),
        "People/PersonnelUploads.swift": (1, worker),
        "Referrals/ReferralUpkeep.swift": (2, worker),
        "Requests/AdvancingRequests.swift": (2, worker),
        "Requests/DestroyingRequests.swift": (2, worker),
        "Requests/GivenCopies.swift": (1, worker),
        "Requests/SupervisorsAsking.swift": (1, worker),
        "Statistics/Tallies.swift": (1, worker),
        "Upkeep/CommittedMark.swift": (1, worker),
        "Upkeep/EachByItself.swift": (2, worker),
        "Upkeep/Health.swift": (2, worker),
    ]

    @Test func everythingElseGoesThroughADoor() throws {
        let files = try #require(FileManager.default.enumerator(at: Self.operations, includingPropertiesForKeys: nil))
        var found: [String: Int] = [:]
        for case let file as URL in files where file.pathExtension == "swift" {
            let times = try String(contentsOf: file, encoding: .utf8).ranges(of: /\bdatabase\.write\b/).count
            if times > 0 { found[file.pathComponents.suffix(2).joined(separator: "/")] = times }
        }
        #expect(found == Self.writers.mapValues(\.times))
    }
}
