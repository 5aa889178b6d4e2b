import Foundation
import HTML
import Operations
import Program

/// What is filled in on the way to asking for support, as it was sent. Only what the pack allows is asked for.
struct AskForm: Sendable {
    let policy: PolicyPack
    /// Nothing when the form is first shown.
    let sent: FormAnswers?

    enum Field {
        static let origin = "origin"
        static let standing = "standing"
        static let way = "way"
        static let time = "time"
        static let urgency = "urgency"
        static let language = "language"
        static let name = "name"
        static let number = "number"
        static let words = "words"
        static let wanted = ["wanted", "wanted2", "wanted3"]
        static let unwanted = "unwanted"
        static let units = "units"
        static let ranks = "ranks"
        static let chainOf = "chainOf"
        static let chainAsLastResort = "chainAsLastResort"
        static let touches = "touches"
        static let incidentDay = AskedIncident.dayField
        static let incidentKind = AskedIncident.kindField
        static let read = "read"
    }

    /// For whom one may ask here.
    var origins: [OriginRule] { policy.requests.origins.filter { $0.handling != .refused } }
    var refusedOrigins: [OriginRule] { policy.requests.origins.filter { $0.handling == .refused } }
    var standings: [SeekerKind] { policy.scope.seekers.map(\.kind) }

    /// What is asked, or everything that is missing or cannot be.
    var ask: Result<Ask, Refusal> {
        let chosen = origin
        let standing = standing
        let way = Way(rawValue: answer(Field.way))
        let language = answer(Field.language)
        var problems: [Refusal.Problem] = []
        if chosen == nil { problems.append(missing(Field.origin, "Choose for whom you ask.")) }
        if standing == nil { problems.append(missing(Field.standing, "Choose what you are to the agency.")) }
        if way == nil { problems.append(missing(Field.way, "Choose how you would like to be reached.")) }
        if !language.isEmpty, SpokenLanguage(rawValue: language) == nil {
            problems.append(missing(Field.language, "Language: choose from the list."))
        }
        if let problem = incidentProblem { problems.append(problem) }
        let unread = policy.confidentiality.mustReadFirst(answer(Field.read) == "yes", field: Field.read)
        if let unread { problems.append(unread) }
        guard problems.isEmpty, let chosen, let standing, let way else { return .failure(Refusal(problems)) }
        return .success(
            Ask(
                origin: chosen, standing: standing, name: answer(Field.name), number: answer(Field.number), way: way,
                time: PreferredTime(rawValue: answer(Field.time)) ?? .anyTime,
                urgency: Urgency(rawValue: answer(Field.urgency)) ?? .today, language: language,
                words: answer(Field.words).replacing("\r\n", with: "\n"), wanted: wanted, unwanted: unwanted,
                touches: Set(answers(Field.touches).compactMap(Touching.init)).union(
                    incident == nil ? [] : [.incident]),
                incident: incident))
    }

    /// The incident it has to do with, by its day.
    private var incident: AskedIncident? {
        let kind = answer(Field.incidentKind)
        return Day(answer(Field.incidentDay)).map { AskedIncident(day: $0, kind: kind.isEmpty ? nil : kind) }
    }

    /// A kind of incident without its day tells nothing.
    static let noDay = Refusal("Say on which day too, or leave both open.", field: Field.incidentDay)

    private var incidentProblem: Refusal.Problem? {
        let (day, kind) = (answer(Field.incidentDay), answer(Field.incidentKind))
        if day.isEmpty, !kind.isEmpty { return Self.noDay.problems.first }
        guard !day.isEmpty, Day(day) == nil else { return nil }
        return missing(Field.incidentDay, "Day of the incident: such as 2026-11-20.")
    }

    /// Where there is only one answer, the form does not ask.
    private var origin: OriginRule.Person? {
        origins.count == 1 && answer(Field.origin).isEmpty
            ? origins[0].person : OriginRule.Person(rawValue: answer(Field.origin))
    }

    private var standing: SeekerKind? {
        standings.count == 1 && answer(Field.standing).isEmpty
            ? standings[0] : SeekerKind(rawValue: answer(Field.standing))
    }

    private var wanted: [String] {
        Field.wanted.map(answer).filter { !$0.isEmpty }.reduce(into: []) { chosen, account in
            if !chosen.contains(account) { chosen.append(account) }
        }
    }

    private var unwanted: Unwanted {
        Unwanted(
            accounts: answers(Field.unwanted), units: listed(answer(Field.units)), ranks: listed(answer(Field.ranks)),
            chainOf: answer(Field.chainOf), chainAsLastResort: answer(Field.chainAsLastResort) == "yes")
    }

    /// Whether anything was said in those fields, so that they are not folded away.
    func isAnswered(_ fields: [String]) -> Bool { fields.contains { answers($0).contains { !$0.isEmpty } } }

    private func answer(_ field: String) -> String { sent?[field] ?? "" }
    private func answers(_ field: String) -> [String] { sent?.values[field] ?? [] }

    private func listed(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private func missing(_ field: String, _ message: String) -> Refusal.Problem {
        Refusal.Problem(field: field, message: message)
    }
}
