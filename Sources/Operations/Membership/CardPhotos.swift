import Program
import Sealing
import Store

extension Programmes {
    /// Shows a picture on the supporter's card from now on, in place of an earlier one. Nothing that came in the file besides
    /// the picture is kept.
    ///
    /// - Parameter picture: a JPEG of at most ``CardPhoto/mostBytes`` and ``CardPhoto/longestSide``.
    package func showPhoto(_ picture: [UInt8], by staff: Staff) async throws -> Result<Void, Refusal> {
        let photo: CardPhoto
        switch CardPhoto.read(picture) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let sent):
            guard let cleaned = try await PhotoCleaning.cleaned(sent) else { return .failure(CardPhoto.unreadable) }
            guard cleaned.jpeg.count <= CardPhoto.mostBytes else { return .failure(CardPhoto.tooLarge) }
            photo = cleaned
        }
        return try await act(by: staff, .holding(.takeRequests)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency.id, doing.staff.account)
            guard try transaction.cardChoices(agency: agency, account: account) != nil else {
                return .refused(CardPhoto.needsCard)
            }
            try transaction.setPhoto(photo, id: RandomId().text, agency: agency, account: account)
            return .done(.entry(.supporterCardChanged, on: account))
        }.whileAllowed()
    }

    /// Takes the supporter's picture off their card, at once and for good. Harmless where there is none.
    package func removePhoto(of staff: Staff) async throws -> Result<Void, Refusal> {
        try await act(by: staff, .holding(.takeRequests)) { doing in
            let account = doing.staff.account
            guard try doing.transaction.removePhoto(agency: doing.agency.id, account: account) else {
                return .done(.silent(.unchanged))
            }
            return .done(.entry(.supporterCardChanged, on: account))
        }.whileAllowed()
    }

    /// The id of the picture on the supporter's own card.
    package func ownPhoto(of staff: Staff) async throws -> String? {
        try await database.read { transaction in
            try transaction.photoID(agency: staff.agency.id, account: staff.account)
        }
    }

    /// The picture at that address, for anyone who looks at the cards; nothing where its owner takes no requests today.
    package func photo(_ id: String, in agency: Agency) async throws -> CardPhoto? {
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            guard let shown = try transaction.photo(id, agency: agency.id),
                try transaction.takers(of: agency, on: today).contains(shown.account)
            else { return nil }
            return shown.photo
        }
    }
}
