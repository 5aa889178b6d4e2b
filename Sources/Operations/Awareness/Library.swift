import Program
import Sealing
import Store

/// The library as whoever keeps it sees it.
package struct LibraryShelf: Sendable {
    /// What is shown, what comes with the program among it.
    package let entries: [LibraryEntry]
    /// What comes with the program and is hidden.
    package let hidden: [LibraryEntry]
    package let today: Day

    package var due: [LibraryEntry] { entries.filter { $0.isDue(on: today) } }
}

/// What whoever keeps the library says of an entry.
package struct LibraryForm: Sendable {
    package let kind: LibraryKind
    package let title: String
    package let words: String
    package let link: String?
    /// What was chosen, as it came; nothing leaves a file that there was.
    package let file: [UInt8]?
    package let audience: LibraryAudience
    package let place: Int
    package let reviewOn: Day?

    package init(
        kind: LibraryKind, title: String, words: String, link: String?, file: [UInt8]?, audience: LibraryAudience,
        place: Int, reviewOn: Day?
    ) {
        self.kind = kind
        self.title = title
        self.words = words
        self.link = link
        self.file = file
        self.audience = audience
        self.place = place
        self.reviewOn = reviewOn
    }

    fileprivate func entry(_ id: String, file: LibraryFile.Kind?, on day: Day) -> LibraryEntry {
        LibraryEntry(
            id: id, kind: kind, title: title, words: words, link: link, file: file, audience: audience, place: place,
            reviewOn: reviewOn, changedOn: day)
    }
}

// Something to read, for everybody. Nothing is kept of who reads it.
extension Programmes {
    /// What anybody may read without an account.
    package func library(of agency: Agency) async throws -> [LibraryEntry] {
        try await database.read { try $0.shelf(of: agency).shown.filter { $0.audience != .team } }
    }

    /// That entry, for anybody.
    package func libraryEntry(_ id: String, of agency: Agency) async throws -> LibraryEntry? {
        try await library(of: agency).first { $0.id == id }
    }

    /// The file of that entry, for anybody; to those who sign in also what is for them alone.
    package func libraryFile(_ id: String, of agency: Agency, isSignedIn: Bool) async throws -> LibraryFile? {
        try await database.read { transaction in
            guard let entry = try transaction.libraryEntry(id, agency: agency.id), let kind = entry.file,
                isSignedIn || entry.audience != .team,
                let bytes = try transaction.libraryFile(of: id, agency: agency.id)
            else { return nil }
            return LibraryFile(kind: kind, bytes: bytes)
        }
    }

    /// The whole library, for whoever is signed in.
    package func library(for staff: Staff) async throws -> LibraryShelf {
        let (shown, hidden) = try await database.read { try $0.shelf(of: staff.agency) }
        return LibraryShelf(entries: shown, hidden: hidden, today: staff.today)
    }

    /// Adds something; gives its id.
    package func addToLibrary(_ form: LibraryForm, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await keep(form, in: RandomId().text, isNew: true, by: staff)
    }

    /// Changes what an entry says. Its file stays, unless another was chosen.
    package func changeInLibrary(
        _ id: String, _ form: LibraryForm, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await keep(form, in: id, isNew: false, by: staff)?.map { _ in }
    }

    private func keep(
        _ form: LibraryForm, in id: String, isNew: Bool, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        let file: LibraryFile?
        switch form.file.map(LibraryFile.read) {
        case .failure(let refusal)?: return .failure(refusal)
        case .success(let read)?: file = read
        case nil: file = nil
        }
        return try await act(by: staff, .holding(.keepLibrary)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            let kept = try transaction.library(agency: agency.id)
            let before = kept.first { $0.id == id }
            guard isNew || before != nil else { return .nothing }
            let entry = form.entry(id, file: file?.kind ?? before?.file, on: today)
            let basis = doing.policy.awareness.library?.basis
            if let refusal = entry.mayStand(beside: kept, on: today, basis: basis) { return .refused(refusal) }
            try transaction.keep(entry, file: file, on: today, agency: agency.id)
            return .done(
                id, .entry(.libraryKept, on: id, under: basis?.clauses ?? [], details: [entry.title]))
        }
    }

    /// Says that an entry is still right, and when it is looked at next.
    package func reviewInLibrary(
        _ id: String, next: Day?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepLibrary)) { doing in
            let basis = doing.policy.awareness.library?.basis
            guard try doing.transaction.libraryEntry(id, agency: doing.agency.id) != nil else { return .nothing }
            if let refusal = LibraryEntry.mayReview(on: next, doing.staff.today, basis) { return .refused(refusal) }
            guard
                try doing.transaction.review(
                    libraryEntry: id, next: next, on: doing.staff.today, agency: doing.agency.id)
            else { return .nothing }
            return .done(
                .entry(.libraryKept, on: id, under: basis?.clauses ?? [], details: [next?.text ?? ""]))
        }
    }

    /// Takes out what the programme added, with its file; hides what comes with the program.
    package func takeOutOfLibrary(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepLibrary)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            if LibraryEntry.seeds.contains(where: { $0.id == id }) {
                try transaction.hide(seed: id, agency: agency.id)
            } else {
                guard try transaction.libraryEntry(id, agency: agency.id) != nil else { return .nothing }
                try transaction.deleteLibraryEntry(id)
            }
            return .done(.entry(.libraryKept, on: id, under: doing.policy.awareness.library?.basis.clauses ?? []))
        }
    }

    /// Shows again what comes with the program and was hidden.
    package func showInLibrary(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepLibrary)) { doing in
            guard LibraryEntry.seeds.contains(where: { $0.id == id }) else { return .nothing }
            try doing.transaction.show(seed: id, agency: doing.agency.id)
            return .done(.entry(.libraryKept, on: id, under: doing.policy.awareness.library?.basis.clauses ?? []))
        }
    }

    /// Reminds whoever keeps the library, once, of each entry that is to be looked at again.
    package func remindOfLibrary() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let policy = agency.policy
            for entry in try transaction.library(agency: agency.id) where entry.isDue(on: today) {
                guard let due = entry.reviewOn else { continue }
                try transaction.remindOnce(
                    NewNotice(
                        kind: .libraryReviewDue, to: .role(policy.libraryKeeper), about: entry.id,
                        under: policy.awareness.library?.basis.clauses ?? []),
                    dueOn: due, in: agency, at: now)
            }
        }
    }
}

extension Transaction {
    /// What is shown, and what comes with the program and is hidden.
    fileprivate func shelf(of agency: Agency) throws -> (shown: [LibraryEntry], hidden: [LibraryEntry]) {
        let hidden = try hiddenSeeds(agency: agency.id)
        let shown = LibraryEntry.seeds.filter { !hidden.contains($0.id) } + (try library(agency: agency.id))
        return (shown.sorted { $0.comesBefore($1) }, LibraryEntry.seeds.filter { hidden.contains($0.id) })
    }
}
