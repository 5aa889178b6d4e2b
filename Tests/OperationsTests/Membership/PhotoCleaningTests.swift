import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing

/// A picture on a card: nothing of the file but the picture is kept, and nothing that is no picture.
@Suite struct PhotoCleaningTests {
    /// The same picture with where it was taken (Exif, a GPS block), a comment, a colour profile and something behind its end.
    private static func talkative() -> [UInt8] {
        let plain = SmallPicture.jpeg
        // A block of Exif: its head, one entry that leads to the GPS block, and in that the letters of the latitude.
        let exif: [UInt8] =
            Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
            + [0, 1, 0, 1, 0, 2, 0, 0, 0, 2] + Array("N\0\0\0".utf8) + [0, 0, 0, 0]
            + Array("38.5816 latitude".utf8)
        let told =
            segment(0xE1, exif) + segment(0xFE, Array("Dana at home, 14 Elm Street".utf8))
            + segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}Monitor of Dana".utf8))
        return plain.prefix(2) + told + plain.dropFirst(2) + Array("PK: hidden archive".utf8)
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    /// The markers of a JPEG before its first scan.
    private func markers(_ jpeg: [UInt8]) -> Set<UInt8> {
        var found: Set<UInt8> = []
        var place = 2
        while place + 4 <= jpeg.count, jpeg[place + 1] != 0xDA {
            found.insert(jpeg[place + 1])
            place += 2 + Int(jpeg[place + 2]) << 8 + Int(jpeg[place + 3])
        }
        return found
    }

    private func supporter(on ground: Ground, showing name: String? = "Alex") async throws -> Staff {
        _ = try await ground.enrol("alex", roles: ["supporter"])
        let staff = try await ground.staff(ground.signIn("alex"))
        if let name {
            var form = CardForm()
            form.name = name
            try await ground.programmes.show(form, by: staff).get()
        }
        return staff
    }

    private func entries(on ground: Ground) async throws -> Int {
        try await ground.database.read { transaction in
            try transaction.rows("SELECT act FROM audit_entry WHERE act = \(AuditKind.supporterCardChanged.rawValue)")
                .count
        }
    }

    @Test(arguments: engines) func onlyThePictureIsKept(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await supporter(on: ground)
        let sent = Self.talkative()
        for word in ["Exif", "latitude", "Elm Street", "Monitor", "hidden"] {
            #expect(Data(sent).range(of: Data(word.utf8)) != nil, "\(word)")
        }
        try await ground.programmes.showPhoto(sent, by: staff).get()
        let id = try #require(try await ground.programmes.ownPhoto(of: staff))
        let kept = try #require(try await ground.programmes.photo(id, in: ground.agency)).jpeg
        for word in ["Exif", "GPS", "latitude", "Elm Street", "ICC", "Monitor", "hidden"] {
            #expect(Data(kept).range(of: Data(word.utf8)) == nil, "\(word)")
        }
        #expect(markers(kept).isSubset(of: [0xE0, 0xDB, 0xC0, 0xC4]), "\(markers(kept))")
        #expect(JPEGSize(of: kept) == JPEGSize(width: 24, height: 24))
        #expect(kept.suffix(2) == [0xFF, 0xD9])
        let cards = try await ground.programmes.supportersToChoose(in: ground.agency)
        #expect(cards.map(\.photo) == [id])
        #expect(try await entries(on: ground) == 2)
    }

    @Test(arguments: engines) func whatIsNoWholePictureChangesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await supporter(on: ground)
        let whole = SmallPicture.jpeg
        try await ground.programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        let before = try await ground.programmes.ownPhoto(of: staff)
        let wrong: [[UInt8]] = [
            Array("GIF89a of some length, and more".utf8), Array(whole.prefix(whole.count - 40)),
            Array(whole.prefix(200)), whole.prefix(2) + [0, 0, 0] + whole.dropFirst(2),
            whole + [UInt8](repeating: 0, count: CardPhoto.mostBytes),
        ]
        for bytes in wrong {
            let refused = try await ground.programmes.showPhoto(bytes, by: staff)
            guard case .failure(let refusal) = refused else {
                Issue.record("\(bytes.count) bytes were taken")
                continue
            }
            #expect(refusal.problems.map(\.field) == ["photo"])
        }
        #expect(try await ground.programmes.ownPhoto(of: staff) == before)
        #expect(try await entries(on: ground) == 2)
    }

    @Test(arguments: engines) func itGoesWithTheCardAndWithTheRole(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await supporter(on: ground, showing: nil)
        let programmes = ground.programmes
        // Without a card there is nothing to put it on.
        let early = try await programmes.showPhoto(SmallPicture.jpeg, by: staff)
        #expect(throws: CardPhoto.needsCard) { try early.get() }
        var form = CardForm()
        form.name = "Alex"
        try await programmes.show(form, by: staff).get()
        try await programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        let first = try #require(try await programmes.ownPhoto(of: staff))
        // Another picture has another address, and the old one leads nowhere.
        try await programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        let second = try #require(try await programmes.ownPhoto(of: staff))
        #expect(try await programmes.photo(first, in: ground.agency) == nil && first != second)
        try await programmes.removePhoto(of: staff).get()
        #expect(try await programmes.photo(second, in: ground.agency) == nil)
        let changes = try await entries(on: ground)
        try await programmes.removePhoto(of: staff).get()
        #expect(try await entries(on: ground) == changes)
        // Who clears the card clears the picture.
        try await programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        let third = try #require(try await programmes.ownPhoto(of: staff))
        try await programmes.show(CardForm(), by: staff).get()
        #expect(try await programmes.photo(third, in: ground.agency) == nil)
        #expect(try await programmes.ownPhoto(of: staff) == nil)
        try await programmes.show(form, by: staff).get()
        #expect(try await programmes.supportersToChoose(in: ground.agency).map(\.photo) == [nil])
        // Who takes no requests any more is seen no more.
        try await programmes.showPhoto(SmallPicture.jpeg, by: staff).get()
        let last = try #require(try await programmes.ownPhoto(of: staff))
        #expect(try await programmes.photo(last, in: ground.agency) != nil)
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE holding SET held_until = '2026-11-19' WHERE account = \(staff.account)")
        }
        #expect(try await programmes.photo(last, in: ground.agency) == nil)
    }

    @Test(arguments: engines) func noLargerOneCanBeStored(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await supporter(on: ground)
        for (length, isTaken) in [(0, false), (1, true), (CardPhoto.mostBytes, true), (CardPhoto.mostBytes + 1, false)]
        {
            let photo = CardPhoto(jpeg: [UInt8](repeating: 7, count: length))
            let write = {
                try await ground.database.write { transaction in
                    try transaction.setPhoto(photo, id: "p\(length)", agency: staff.agency.id, account: staff.account)
                }
            }
            if isTaken { try await write() } else { await #expect(throws: StoreFault.self) { try await write() } }
        }
    }
}
