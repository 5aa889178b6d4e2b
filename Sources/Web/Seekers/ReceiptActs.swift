import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What showing a receipt does: the receipt is exchanged for a pass, and is needed no more while that is good.
enum ReceiptActs {
    @Sendable
    static func ask(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        return .scriptedPage(ReceiptPages.enter(agency, visit))
    }

    /// The receipt of a request just made. It stands in this browser alone, for a few minutes; afterwards it is asked for.
    @Sendable
    static func showNew(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        guard let text = visit.shownOnce, case .receipt(let receipt) = Receipt.read(text) else {
            return .see(SeekerAddresses.receipt.link(slug))
        }
        return .scriptedPage(ReceiptPages.receipt(receipt, of: agency, visit))
    }

    @Sendable
    static func show(_ visit: Visit, slug: PathID) async throws -> Answer? {
        guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
        switch Receipt.read(visit.form[ReceiptPages.field]) {
        case .refused(let slip): return again("\(slip)", agency, visit)
        case .receipt(let receipt):
            switch try await visit.programmes.seeker(receipt, in: agency) {
            case .opened(let pass):
                return .see(SupportAddresses.support.link())
                    .handing(try visit.programmes.token(of: pass), at: visit.site)
            case .unknown: return again(unknown, agency, visit)
            case .busy: return again(Refusal.busyNow, .serviceUnavailable, agency, visit)
            }
        }
    }

    /// What a receipt gives that opens nothing here, whether it never did or does no longer.
    static let unknown =
        "Nothing here has this receipt. Perhaps one sign is wrong, or it ended and everything of it is gone."

    private static func again(_ message: String, _ agency: Agency, _ visit: Visit) -> Answer {
        again(Refusal(message, field: ReceiptPages.field), .unprocessableContent, agency, visit)
    }

    private static func again(
        _ refusal: Refusal, _ status: HTTPResponse.Status, _ agency: Agency, _ visit: Visit
    ) -> Answer {
        .scriptedPage(ReceiptPages.enter(agency, visit, typed: true, refusal), status: status)
    }
}
