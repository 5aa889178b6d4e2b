import HTML
import HTTPTypes
import Operations
import Program

/// What the forms do that set a passphrase with a code.
enum CodeActs {
    /// The first visit of an account's owner.
    @Sendable
    static func enrol(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        if let refusal = visit.form.passphraseMismatch { return enrolAgain(refusal, agency, visit) }
        let enrolled = try await visit.programmes.enrol(
            agency: agency, login: visit.form["login"], code: visit.form["code"],
            passphrase: visit.form.verbatim("passphrase"))
        switch enrolled {
        case .success(let enrolled):
            return .page(CodePages.enrolled(enrolled, "Your account is ready", agency, visit))
        case .failure(let refusal): return enrolAgain(refusal, agency, visit)
        }
    }

    /// A new passphrase for an owner who kept the recovery code.
    @Sendable
    static func recover(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        if let refusal = visit.form.passphraseMismatch { return recoverAgain(refusal, agency, visit) }
        let recovered = try await visit.programmes.recover(
            agency: agency, login: visit.form["login"], code: visit.form["code"],
            passphrase: visit.form.verbatim("passphrase"))
        switch recovered {
        case .success(let enrolled):
            return .page(CodePages.enrolled(enrolled, "Your passphrase is changed", agency, visit))
        case .failure(let refusal): return recoverAgain(refusal, agency, visit)
        }
    }

    private static func enrolAgain(_ refusal: Refusal, _ agency: Agency, _ visit: Visit) -> Answer {
        .page(CodePages.enrolment(agency, visit, refusal), status: .unprocessableContent)
    }

    private static func recoverAgain(_ refusal: Refusal, _ agency: Agency, _ visit: Visit) -> Answer {
        .page(CodePages.recovery(agency, visit, refusal), status: .unprocessableContent)
    }
}

extension FormAnswers {
    /// That the new passphrase was not typed the same twice.
    var passphraseMismatch: Refusal? {
        verbatim("passphrase") == verbatim("again")
            ? nil : Refusal("The two new passphrases differ. Type the same one twice.", field: "again")
    }
}
