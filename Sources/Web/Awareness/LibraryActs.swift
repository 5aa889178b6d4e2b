import HTML
import HTTPTypes
import Operations
import Program

enum LibraryAddresses {
    /// For whoever is signed in, with what is for them alone.
    static let library = FixedAddress("library")
    static let entries = FixedAddress("library/entries")
    static let new = FixedAddress("library/entries/new")
    static let entry = Address<PathID>("library/entries/{handout}")
    static let file = Address<PathID>("library/entries/{handout}/file")
    static let change = Address<PathID>("library/entries/{handout}/change")
    static let review = Address<PathID>("library/entries/{handout}/review")
    static let removal = Address<PathID>("library/entries/{handout}/removal")
    static let showing = Address<PathID>("library/entries/{handout}/showing")
    /// For everybody, without an account.
    static let open = Address<PathID>("agencies/{agency}/library")
    static let openEntry = Address<PathID, PathID>("agencies/{agency}/library/{handout}")
    static let openFile = Address<PathID, PathID>("agencies/{agency}/library/{handout}/file")
}

/// The library: what whoever keeps it may do.
enum LibraryActs {
    static let routes: [Route] = writing + keeping

    private static let writing: [Route] =
        add.routes(takingBodiesUpTo: 4_400_000) + change.routes(takingBodiesUpTo: 4_400_000)
    private static let keeping: [Route] = review.routes + takeOut.routes + show.routes

    static let add = Act(
        "addToLibrary", "Add something to the library: words, a link, a file, or more than one of them.",
        at: LibraryAddresses.entries, for: .holding(.keepLibrary), taking: form, then: .created("The entry."),
        see: { _ in LibraryAddresses.library.link() }, refused: LibraryKeeping.new,
        perform: { visit, form in try await visit.programmes.addToLibrary(form, by: visit.staff) })

    static let change = Act(
        "changeInLibrary", "Change an entry of the library. Its file stays, unless another is sent.",
        at: LibraryAddresses.change, .put, interface: LibraryAddresses.entry, for: .holding(.keepLibrary), taking: form,
        then: .done("Changed."), see: { _, id in LibraryAddresses.entry.link(id) }, refused: LibraryKeeping.changing,
        perform: { visit, form, id in
            try await visit.programmes.changeInLibrary(id.text, form, by: visit.staff)
        })

    static let review = Act(
        "reviewInLibrary", "Say that an entry is still right, and when it is looked at next.",
        at: LibraryAddresses.review, for: .holding(.keepLibrary), taking: Input(reviewOn), then: .done("Looked at."),
        see: { _, id in LibraryAddresses.entry.link(id) }, refused: LibraryKeeping.entry,
        perform: { visit, next, id in
            try await visit.programmes.reviewInLibrary(id.text, next: next, by: visit.staff)
        })

    static let takeOut = Act(
        "takeOutOfLibrary", "Take an entry out with its file, or hide what comes with the program.",
        at: LibraryAddresses.removal, .delete, interface: LibraryAddresses.entry, for: .holding(.keepLibrary),
        taking: .nothing, then: .done("Taken out."), mayRefuse: false,
        see: { _, _ in LibraryAddresses.library.link() }, refused: LibraryKeeping.entry,
        perform: { visit, _, id in try await visit.programmes.takeOutOfLibrary(id.text, by: visit.staff) })

    static let show = Act(
        "showInLibrary", "Show again what comes with the program and was hidden.", at: LibraryAddresses.showing,
        for: .holding(.keepLibrary), taking: .nothing, then: .done("Shown."), mayRefuse: false,
        see: { _, _ in LibraryAddresses.library.link() },
        refused: { visit, refused, _ in .page(try await LibraryPages.shelf(visit, refused), again: refused) },
        perform: { visit, _, id in try await visit.programmes.showInLibrary(id.text, by: visit.staff) })

    // MARK: What they take

    private static let kind = Field<LibraryKind>.choice("kind", "What it is about") { $0.words }
    private static let audience = Field<LibraryAudience>.choice("audience", "For") { $0.words }
    private static let title = Field<String>.text("title", "Title", longest: LibraryEntry.longestTitle)
    private static let words = Field<String>.words(
        "words", "Words", longest: LibraryEntry.longestWords, rows: 12,
        FieldWords(hint: "Plain paragraphs, with an empty line between them.", mayBeEmpty: true))
    private static let link = Field<String>.text(
        "link", "Link", longest: LibraryEntry.longestLink,
        FieldWords(hint: "Such as https://example.org/sleep.", mayBeEmpty: true))
    private static let file = Field<[UInt8]>.file(
        "file", "File", rule,
        FieldWords(hint: "A PDF, a JPEG or a PNG. Everybody can open it: look that it names nobody."),
        chosenBy: { form, look in
            form.chosenFile(
                look.name, "File", accepting: rule.types.map(\.rawValue), mostBytes: rule.mostBytes, hint: look.hint,
                origin: look.origin)
        }
    ).maybe
    private static let place = Field<Int>.number(
        "place", "Place among others", LibraryEntry.places,
        FieldWords(hint: "The smaller first. What comes with the program stands at \(LibraryEntry.placeOfSeeds).")
    ).maybe
    private static let reviewOn = Field<Day?>.day(
        maybe: "reviewOn", "Look at it again on", FieldWords(hint: "You are reminded that day."))
    private static let rule = FileRule(types: [.pdf, .jpeg, .png], mostBytes: LibraryFile.mostBytes)

    static let form = Input(kind, audience, title, words, link, file, place, reviewOn) {
        LibraryForm(
            kind: $0, title: $2, words: $3, link: $4.isEmpty ? nil : $4, file: $5, audience: $1,
            place: $6 ?? LibraryEntry.placeOfSeeds, reviewOn: $7)
    }

    // MARK: What is read

    static let entry = Shape<LibraryEntry>(
        .id("id", \.id), .choice("kind", \.kind), .choice("audience", \.audience), .words("title", \.title),
        .words("words", about: "Paragraphs, parted by empty lines.", \.words), .words(maybe: "link", \.link),
        .choice(maybe: "file", of: LibraryFile.Kind.allCases.map(\.rawValue), about: "Of which kind its file is.") {
            $0.file?.rawValue
        },
        .count("place", \.place), .flag("comesWithTheProgram", \.isSeed))

    static let kept = entry.with(.day(maybe: "reviewOn", \.reviewOn), .day(maybe: "changedOn", \.changedOn))
}

extension Routes {
    static let library: [Route] = LibraryActs.routes + libraryPages + libraryReadings

    private static let libraryPages: [Route] = [
        .open(.get, in: LibraryAddresses.open) { visit in try await LibraryPages.open(visit) },
        .page(.get, LibraryAddresses.openEntry, for: .everyone) { (visit: AgencyVisit, _: PathID, id: PathID) in
            try await LibraryPages.openEntry(id, visit)
        },
        .page(.get, LibraryAddresses.openFile, for: .everyone) { (visit: AgencyVisit, _: PathID, id: PathID) in
            try await visit.programmes.libraryFile(id.text, of: visit.agency, isSignedIn: false).map { $0.answer }
        },
        .staff(.get, LibraryAddresses.library, for: .signedIn) { visit in
            .page(try await LibraryPages.shelf(visit, nil))
        },
        .staff(.get, LibraryAddresses.new, for: .holding(.keepLibrary)) { visit in
            try await LibraryKeeping.new(visit, nil)
        },
        .staff(.get, LibraryAddresses.change, for: .holding(.keepLibrary)) { visit, id in
            try await LibraryKeeping.changing(visit, nil, id)
        },
        .staff(.get, LibraryAddresses.entry, for: .signedIn) { visit, id in
            try await LibraryKeeping.entry(visit, nil, id)
        },
        .staff(.get, LibraryAddresses.file, for: .signedIn) { visit, id in
            try await visit.programmes.libraryFile(id.text, of: visit.agency, isSignedIn: true).map { $0.answer }
        },
    ]

    private static let libraryReadings: [Route] = [
        .read(
            "readLibrary", "What there is to read for everybody.", at: LibraryAddresses.open, for: .everyone,
            "In the order in which pages show it.", Shape<[LibraryEntry]>.list("entries", of: LibraryActs.entry)
        ) { (visit: AgencyVisit, _: PathID) in try await visit.programmes.library(of: visit.agency) },
        .read(
            "listLibrary", "The whole library, with what is for those who sign in.", at: LibraryAddresses.library,
            for: .signedIn, "In the order in which pages show it.",
            Shape<LibraryShelf>(
                .list("entries", of: LibraryActs.kept, \.entries), .list("hidden", of: LibraryActs.entry, \.hidden))
        ) { visit in try await visit.programmes.library(for: visit.staff) },
    ]
}

extension LibraryFile {
    /// As it is given away: never as a page of ours, and running nothing. A PDF is kept by the browser and not shown within the site.
    fileprivate var answer: Answer {
        let type: FileType =
            switch kind {
            case .pdf: .pdf
            case .png: .png
            case .jpeg: .jpeg
            }
        let answer = Answer.file(bytes, type: type.rawValue)
        return kind == .pdf
            ? answer.with(.contentDisposition, "attachment; filename=\"handout.pdf\"")
            : answer.with(.contentDisposition, "inline")
    }
}

extension LibraryKind {
    var words: String {
        switch self {
        case .reactions: "After a hard event"
        case .sleep: "Sleep"
        case .alcohol: "Alcohol"
        case .families: "For families"
        case .grief: "Grief"
        case .colleagues: "For a colleague"
        case .helpers: "For those who help"
        case .retirement: "Retirement"
        case .other: "More"
        }
    }
}

extension LibraryAudience {
    var words: String {
        switch self {
        case .everyone: "Everybody"
        case .families: "Families"
        case .team: "Those who sign in"
        }
    }
}
